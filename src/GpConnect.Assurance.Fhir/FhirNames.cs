using System.Text;
using GpConnect.Assurance.Fhir.Reading;

namespace GpConnect.Assurance.Fhir;

/// <summary>
/// The process-wide table of element and resource type names. Ids are small, dense, never reused, and the same for every document, so
/// that a compiled validator compares integers. Names met only in documents enter it up to a budget; beyond it they stay with their
/// document, so that hostile input cannot fill it.
/// </summary>
public static class FhirNames
{
    /// <summary>Ids from here on belong to one document alone.</summary>
    internal const int FirstLocalId = 1 << 24;

    private const int DocumentBudget = 8192;
    private const int LongestSharedName = 128;
    private static readonly NameTable Shared = new(0);
    private static readonly Lock Adding = new();
    private static int _addedByDocuments;

    internal static readonly int Empty = Intern("");
    internal static readonly int ResourceType = Intern("resourceType");
    internal static readonly int Id = Intern("id");
    internal static readonly int Url = Intern("url");
    internal static readonly int Value = Intern("value");
    internal static readonly int Div = Intern("div");
    internal static readonly int Contained = Intern("contained");
    internal static readonly int Extension = Intern("extension");
    internal static readonly int ModifierExtension = Intern("modifierExtension");

    /// <summary>The id of a name, added when new. For names from definitions and code, not from documents.</summary>
    public static int Intern(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var utf8 = Encoding.UTF8.GetBytes(name);
        var key = NameKey.Of(utf8);
        if (Shared.Find(key, utf8) is { } known)
        {
            return known.Id;
        }

        lock (Adding)
        {
            return (Shared.Find(key, utf8) ?? Shared.Add(key, utf8)).Id;
        }
    }

    /// <summary>The name of an id that <see cref="Intern"/> or <see cref="FhirNode.NameId"/> gave.</summary>
    public static string Text(int id) => Shared[id].Text;

    /// <summary>The id of a name; -1 when nobody has met it.</summary>
    public static int IdOf(ReadOnlySpan<byte> utf8) => Shared.Find(NameKey.Of(utf8), utf8)?.Id ?? -1;

    internal static Name? Find(in NameKey key, ReadOnlySpan<byte> utf8) => Shared.Find(key, utf8);

    /// <summary>Adds a name met in a document, or answers null when the budget for such names is spent.</summary>
    internal static Name? AddFromDocument(in NameKey key, ReadOnlySpan<byte> utf8)
    {
        if (key.Length > LongestSharedName || Volatile.Read(ref _addedByDocuments) >= DocumentBudget)
        {
            return null;
        }

        lock (Adding)
        {
            if (Shared.Find(key, utf8) is { } known)
            {
                return known;
            }

            _addedByDocuments++;
            return Shared.Add(key, utf8);
        }
    }
}
