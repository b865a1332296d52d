using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Rules;

/// <summary>Finds and reads the rules of features folders; what cannot be used is a problem with its place, and the rest stands.</summary>
internal sealed class RuleFiles
{
    private const string FileName = "rules.yaml";

    private readonly RequirementCatalogue _catalogue;
    private readonly List<PopulationRule> _rules = [];
    private readonly List<PlanProblem> _problems = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    private RuleFiles(RequirementCatalogue catalogue) => _catalogue = catalogue;

    public static RuleSet Read(RequirementCatalogue catalogue, IEnumerable<string> featuresDirectories)
    {
        var files = new RuleFiles(catalogue);
        foreach (var pack in featuresDirectories.SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.Combine(pack, FileName) is var path && File.Exists(path))
            {
                files.ReadFile(path, Path.GetFileName(pack));
            }
        }

        files.AddFromCatalogue();
        return new RuleSet([.. files._rules.OrderBy(rule => rule.Pack, StringComparer.Ordinal)], files._problems);
    }

    private void ReadFile(string path, string pack)
    {
        try
        {
            var file = new RequirementEntry("The file", YamlDocument.Read(File.ReadAllText(path)), ["pack", "rules"]);
            if (file.Text("pack") != pack)
            {
                throw file.Error("pack", $"The pack is \"{file.Text("pack")}\" but its folder is \"{pack}\"; make them the same.");
            }

            foreach (var item in file.Items("rules"))
            {
                ReadRule(path, pack, item);
            }
        }
        catch (YamlFormatException e)
        {
            Problem(pack, e.Line, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problem(pack, 1, $"The file cannot be read: {e.Message}");
        }
    }

    /// <summary>One bad entry does not take the others with it.</summary>
    private void ReadRule(string path, string pack, YamlValue item)
    {
        try
        {
            var rule = RuleEntry.Read(path, pack, item, _catalogue);
            _named.Add(rule.Requirement.Id);
            _rules.Add(rule);
        }
        catch (YamlFormatException e)
        {
            Problem(pack, e.Line, e.Message);
        }
    }

    private void AddFromCatalogue()
    {
        foreach (var requirement in _catalogue.All.Where(requirement => requirement.FhirPath is not null && !_named.Contains(requirement.Id)))
        {
            try
            {
                _rules.Add(RuleEntry.Of(requirement));
            }
            catch (YamlFormatException e)
            {
                _problems.Add(new PlanProblem(requirement.Pack, $"{requirement.Pack}/{Path.GetFileName(requirement.File)}", e.Line, e.Message));
            }
        }
    }

    private void Problem(string pack, int line, string message) => _problems.Add(new PlanProblem(pack, $"{pack}/{FileName}", line, message));
}
