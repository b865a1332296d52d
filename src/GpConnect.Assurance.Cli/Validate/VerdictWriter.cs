namespace GpConnect.Assurance.Cli.Validate;

/// <summary>Writes verdicts in one of the formats as they come.</summary>
internal abstract class VerdictWriter : IDisposable
{
    public static VerdictWriter Of(VerdictFormat format, TextWriter output, TextWriter error) => format switch
    {
        VerdictFormat.Json => new JsonVerdictWriter(output),
        VerdictFormat.Outcome => new OutcomeVerdictWriter(output),
        VerdictFormat.JUnit => new JUnitVerdictWriter(output),
        _ => new TextVerdictWriter(output, error),
    };

    public abstract void Write(DocumentVerdict verdict);

    /// <summary>Writes what belongs after the last verdict.</summary>
    public virtual void Finish(VerdictCount count)
    {
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
