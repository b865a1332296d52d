using System.Reflection;

namespace GpConnect.Assurance.Cli;

/// <summary>How the tool names itself in evidence.</summary>
internal static class ToolVersion
{
    public static string NameAndVersion { get; } =
        $"gpc-assure {typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "of unknown version"}";
}
