namespace GpConnect.Assurance.Harness.Consumers;

/// <summary>The formats that a capability statement lists, in whichever of the forms that FHIR allows for them.</summary>
internal sealed record DeclaredFormats(bool Json, bool Xml)
{
    /// <returns>Null when the answer is no capability statement.</returns>
    public static DeclaredFormats? Of(Answer answer)
    {
        if (answer.ResourceType != "CapabilityStatement")
        {
            return null;
        }

        var formats = answer.Document!.Root.ChildrenNamed("format").ToArray().Select(format => format.Value ?? "").ToList();
        return new DeclaredFormats(Lists("json"), Lists("xml"));

        bool Lists(string name) => formats.Exists(format => format.Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
