namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>Why a free slot may not be had through GP Connect.</summary>
internal enum AvailabilityRule
{
    NotMarked,
    Visit,
    OrganisationType,
    OdsCode,
    Embargo,
    BookingWindow,
}
