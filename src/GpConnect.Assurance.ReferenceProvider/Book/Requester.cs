namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>The organisation that wants a slot, as far as it has said.</summary>
/// <param name="Types">Codes of GPConnect-OrganisationType-1.</param>
internal sealed record Requester(IReadOnlyCollection<string> Types, IReadOnlyCollection<string> OdsCodes)
{
    /// <summary>Whether anything is known of it.</summary>
    public bool HasSaid => Types.Count + OdsCodes.Count > 0;
}
