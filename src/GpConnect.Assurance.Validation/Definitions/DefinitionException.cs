namespace GpConnect.Assurance.Validation;

/// <summary>The definitions asked for cannot be opened at all: a path that is not there, or holds none.</summary>
public sealed class DefinitionException : Exception
{
    public DefinitionException()
    {
    }

    public DefinitionException(string message)
        : base(message)
    {
    }

    public DefinitionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
