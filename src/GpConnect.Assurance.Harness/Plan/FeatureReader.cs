using Gherkin;
using Gherkin.Ast;

namespace GpConnect.Assurance.Harness.Plan;

/// <summary>Reads a folder of feature files into scenarios that are ready to run.</summary>
public static class FeatureReader
{
    /// <summary>Reads every <c>*.feature</c> file below <paramref name="directory"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FeatureSet ReadDirectory(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"The features folder '{directory}' does not exist; name an existing one with --features.");
        }

        return Directory.EnumerateFiles(directory, "*.feature", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(file => ReadFile(Path.Combine(directory, file), file, PackOf(file, directory)))
            .Aggregate(FeatureSet.Empty, (all, one) => all.Concat(one));
    }

    /// <summary>Reads one feature from text; <paramref name="file"/> is the name it goes by in the plan.</summary>
    public static FeatureSet Read(TextReader text, string file, string pack)
    {
        try
        {
            var feature = new Parser().Parse(text).Feature;
            return feature is null ? Problem(pack, file, 1, "The file holds no Feature.") : Plan(feature, file, pack);
        }
        catch (CompositeParserException e)
        {
            return new FeatureSet([], [.. e.Errors.Select(error => ToProblem(error, file, pack))]);
        }
        catch (ParserException e)
        {
            return new FeatureSet([], [ToProblem(e, file, pack)]);
        }
    }

    private static FeatureSet ReadFile(string path, string file, string pack)
    {
        try
        {
            using var text = File.OpenText(path);
            return Read(text, file, pack);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem(pack, file, 1, $"The file cannot be read: {e.Message}");
        }
    }

    /// <summary>The first folder of the path; for a file directly in the features folder, the name of that folder.</summary>
    private static string PackOf(string file, string directory)
    {
        var slash = file.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? file[..slash] : Path.GetFileName(Path.GetFullPath(directory).TrimEnd(Path.DirectorySeparatorChar));
    }

    private static FeatureSet Plan(Feature feature, string file, string pack)
    {
        var expansion = new FeatureExpansion(feature, file, pack);
        return new FeatureSet([.. expansion.Scenarios()], [.. expansion.Problems]);
    }

    private static FeatureSet Problem(string pack, string file, int line, string message) =>
        new([], [new PlanProblem(pack, file, line, message)]);

    /// <summary>The parser puts the place in front of its sentence, "(3:1): …"; the place has fields of its own here.</summary>
    private static PlanProblem ToProblem(ParserException error, string file, string pack)
    {
        var message = error.Message;
        var colon = message.IndexOf("): ", StringComparison.Ordinal);
        var sentence = message.StartsWith('(') && colon > 0 ? message[(colon + 3)..] : message;
        return new PlanProblem(pack, file, error.Location?.Line ?? 1, $"Not valid Gherkin: {sentence}");
    }
}
