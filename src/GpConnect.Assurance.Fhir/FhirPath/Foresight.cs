namespace GpConnect.Assurance.Fhir.FhirPath;

/// <summary>
/// What an expression is foreseen by: the names of the focus's children alone, for every node that has them, or the focus itself, for the paths from it.
/// </summary>
internal readonly struct Foresight
{
    private readonly Func<string, bool?>? _isPresent;
    private readonly FhirNode _focus;

    public Foresight(Func<string, bool?> isPresent) => _isPresent = isPresent;

    public Foresight(FhirNode focus) => _focus = focus;

    public Foreseen At(PathNames path)
    {
        var isPresent = _isPresent is null ? path.IsPresent(_focus) : _isPresent(path.Text);
        return isPresent switch
        {
            true => Foreseen.Some,
            false => Foreseen.Empty,
            null => Foreseen.Unknown,
        };
    }
}
