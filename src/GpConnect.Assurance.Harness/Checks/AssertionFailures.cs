using FluentAssertions.Execution;

namespace GpConnect.Assurance.Harness.Checks;

/// <summary>Lets FluentAssertions assertions fail without throwing, so that those after the first are made as well.</summary>
internal static class AssertionFailures
{
    /// <summary>Runs <paramref name="action"/>.</summary>
    /// <returns>The messages of the assertions that failed, in order.</returns>
    public static IReadOnlyList<string> Of(Action action)
    {
        using var scope = new AssertionScope();
        try
        {
            action();
        }
        catch
        {
            // What the scope still holds would be thrown in place of this exception.
            scope.Discard();
            throw;
        }

        // Taken out of the scope, the failures reach neither an enclosing scope nor a throw.
        return scope.Discard();
    }
}
