using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>The requirements that an assembly names in its texts: checks that hold for every response name theirs in code.</summary>
internal static partial class RequirementsInCode
{
    public static IEnumerable<string> Of(Assembly assembly)
    {
        if (!File.Exists(assembly.Location))
        {
            return [];
        }

        using var file = new PEReader(File.OpenRead(assembly.Location));
        return [.. Texts(file.GetMetadataReader()).SelectMany(text => Id().Matches(text)).Select(match => match.Value).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Texts(MetadataReader metadata)
    {
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            yield return metadata.GetUserString(handle);
        }
    }

    [GeneratedRegex(@"\bGPC-[A-Z]{3}-\d{3,}\b")]
    private static partial Regex Id();
}
