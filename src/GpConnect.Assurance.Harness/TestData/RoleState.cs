namespace GpConnect.Assurance.Harness.TestData;

/// <summary>What a search for whoever plays a role gives, or for a location a read.</summary>
public enum RoleState
{
    /// <summary>The one resource.</summary>
    Found,

    /// <summary>Nothing: no entry, or for who must not be disclosed and for a read 404.</summary>
    NotFound,

    /// <summary>An internal error, since what is recorded makes no valid resource.</summary>
    InternalError,
}
