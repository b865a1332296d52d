namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>Delivery channel and the practice's name for a type of slot.</summary>
internal sealed record SlotKind(string Channel, string ServiceType);
