namespace GpConnect.Assurance.Validation;

/// <summary>Makes the slices of a list, and the conditions that tell them apart, from the element tree.</summary>
internal static class SlicerCompiler
{
    private static readonly SlicingFacts ByUrl = new([new DiscriminatorFacts("value", "url")], IsOrdered: false, SlicingRules.Open);

    /// <param name="counter">First counter that the slicer may use.</param>
    internal static Slicer? Compile(CompiledProfile profile, SnapshotElement element, int counter)
    {
        if (element.Slices.Count == 0)
        {
            return null;
        }

        // Publishers leave out the slicing entry of extensions: they are always told apart by url.
        var isExtension = element.Types is [{ Code: "Extension" }];
        var slicing = element.Slicing is { Discriminators.Count: > 0 } ? element.Slicing : isExtension ? ByUrl : null;
        if (slicing is null)
        {
            profile.Store.Report(profile.Url, element.Id, "It has slices but no discriminator; the slices are ignored.");
            return null;
        }

        var slices = new List<SliceRule>();
        var next = counter + 1;
        foreach (var slice in element.Slices)
        {
            var compiled = Slice(profile, slice, slicing, slices.Count + 1, next);
            if (compiled is not null)
            {
                slices.Add(compiled);
                next += 1 + (compiled.Slicer?.CounterCount ?? 0);
            }
        }

        return slices.Count == 0 ? null : new Slicer([.. slices], slicing.Rules, slicing.IsOrdered, counter);
    }

    private static SliceRule? Slice(CompiledProfile profile, SnapshotElement slice, SlicingFacts slicing, int position, int counter)
    {
        var discriminators = new List<Discriminator>();
        foreach (var facts in slicing.Discriminators)
        {
            if (DiscriminatorCompiler.Compile(profile.Store, slice, facts) is { } discriminator)
            {
                discriminators.Add(discriminator);
            }
            else
            {
                profile.Store.Report(profile.Url, slice.Id, $"It fixes nothing for the discriminator {facts.Type}:{facts.Path}, so that no element can be told to belong to it; it is ignored.");
                return null;
            }
        }

        var rule = RuleCompiler.Rule(profile, slice);
        var reslices = Compile(profile, slice, counter + 1);
        return new SliceRule(slice.SliceName ?? slice.Name, slice.Id, position, slice.Min, slice.Max, counter, [.. discriminators], rule, reslices);
    }
}
