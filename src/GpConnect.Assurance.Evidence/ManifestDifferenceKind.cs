namespace GpConnect.Assurance.Evidence;

public enum ManifestDifferenceKind
{
    /// <summary>Listed, but not there.</summary>
    Missing,

    /// <summary>There, but not with the content listed.</summary>
    Altered,

    /// <summary>There, but not listed.</summary>
    Extra,
}
