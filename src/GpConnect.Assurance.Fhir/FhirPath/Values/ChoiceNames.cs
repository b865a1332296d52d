namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>Splits names such as <c>valueDateTime</c> into the choice element (<c>value</c>) and its type. Worked out once per shared name.</summary>
internal static class ChoiceNames
{
    private static readonly Lock Growing = new();
    private static Choice?[] _known = new Choice?[256];

    /// <summary>The id of the choice element that a name may stand for, -1 when it ends in no type.</summary>
    public static int BaseOf(FhirDocument document, int nameId) => Of(document, nameId).BaseId;

    /// <summary>The type that the name ends in, or null.</summary>
    public static string? TypeOf(FhirDocument document, int nameId) => Of(document, nameId).Type;

    /// <summary>Whether a name is that of a choice element with a type at its end.</summary>
    public static bool IsChoiceOf(string name, string choice) =>
        name.StartsWith(choice, StringComparison.Ordinal) && Split(name, FhirNames.Intern).BaseId == FhirNames.Intern(choice);

    private static Choice Of(FhirDocument document, int nameId)
    {
        if (nameId >= FhirNames.FirstLocalId)
        {
            return Split(document.NameOf(nameId), document.FindNameId);
        }

        var known = Volatile.Read(ref _known);
        return nameId < known.Length && known[nameId] is { } choice ? choice : Learn(nameId);
    }

    private static Choice Learn(int nameId)
    {
        var choice = Split(FhirNames.Text(nameId), FhirNames.Intern);
        lock (Growing)
        {
            if (nameId >= _known.Length)
            {
                var longer = new Choice?[Math.Max(_known.Length * 2, nameId + 1)];
                _known.CopyTo(longer, 0);
                Volatile.Write(ref _known, longer);
            }

            _known[nameId] = choice;
        }

        return choice;
    }

    private static Choice Split(string name, Func<string, int> idOf)
    {
        // The longest suffix wins: valueDateTime is a dateTime, not a time.
        for (var start = 1; start < name.Length; start++)
        {
            if (char.IsAsciiLetterUpper(name[start]) && FhirTypeNames.ChoiceSuffixes.TryGetValue(name[start..], out var type))
            {
                return new Choice(idOf(name[..start]), type);
            }
        }

        return Choice.None;
    }

    private sealed record Choice(int BaseId, string? Type)
    {
        public static Choice None { get; } = new(-1, null);
    }
}
