namespace GpConnect.Assurance.Harness.Client;

/// <summary>Which performance figures an interaction is held to.</summary>
public enum InteractionKind
{
    /// <summary>Reads only.</summary>
    Query,

    /// <summary>Changes data at the provider.</summary>
    Command,
}
