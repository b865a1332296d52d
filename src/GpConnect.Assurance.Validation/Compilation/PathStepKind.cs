namespace GpConnect.Assurance.Validation;

internal enum PathStepKind
{
    /// <summary>To the children of a name.</summary>
    Child,

    /// <summary>To the extensions of a url: <c>extension('url')</c>.</summary>
    Extension,

    /// <summary>To the resource that a reference points to: <c>resolve()</c>.</summary>
    Resolve,
}
