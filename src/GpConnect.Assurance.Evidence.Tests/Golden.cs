namespace GpConnect.Assurance.Evidence.Tests;

/// <summary>Compares with the files under <c>Golden/</c>. To accept what is made now, set <c>GPC_GOLDEN</c> to that folder's path and run the tests.</summary>
internal static class Golden
{
    private const string Variable = "GPC_GOLDEN";

    public static void Check(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), actual);
            return;
        }

        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, nameof(Golden), name));
        actual.Split('\n').Should().Equal(expected.ReplaceLineEndings("\n").Split('\n'), $"Golden/{name} says so");
    }
}
