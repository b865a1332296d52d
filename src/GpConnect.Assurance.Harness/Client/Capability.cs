namespace GpConnect.Assurance.Harness.Client;

/// <summary>A GP Connect capability; each has its own service root URL, but Foundations and Appointments share one.</summary>
public enum Capability
{
    Foundations,
    Appointments,
    Structured,
    Documents,
}
