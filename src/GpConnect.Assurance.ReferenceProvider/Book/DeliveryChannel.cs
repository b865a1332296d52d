namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>How patient and practitioner meet: codes of GPConnect-DeliveryChannel-1, and the visit, which is not among them.</summary>
internal static class DeliveryChannel
{
    public const string InPerson = "In-person";
    public const string Telephone = "Telephone";
    public const string Video = "Video";

    /// <summary>At the patient's; not open to GP Connect (GPC-APT-091, GPC-APT-127).</summary>
    public const string Visit = "Visit";
}
