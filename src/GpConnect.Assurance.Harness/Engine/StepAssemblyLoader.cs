using System.Reflection;
using System.Runtime.Loader;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>Loads step assemblies that the user names by path.</summary>
public static class StepAssemblyLoader
{
    /// <summary>Loads the assembly beside the harness's own, so that both mean the same SpecFlow and the same harness types.</summary>
    /// <exception cref="StepAssemblyException">There is no such file, it is not a .NET assembly, or it holds no bindings.</exception>
    public static Assembly Load(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new StepAssemblyException($"The step assembly '{path}' does not exist; name an existing file with --steps.");
        }

        var assembly = LoadFile(path, full);
        if (!Types(path, assembly).Any(type => type.IsDefined(typeof(TechTalk.SpecFlow.BindingAttribute), inherit: true)))
        {
            throw new StepAssemblyException($"The step assembly '{path}' has no class with SpecFlow's [Binding] attribute; add it to the classes that hold steps.");
        }

        return assembly;
    }

    private static Assembly LoadFile(string path, string full)
    {
        try
        {
            ResolveFrom(new AssemblyDependencyResolver(full));
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(full);
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or InvalidOperationException)
        {
            throw new StepAssemblyException($"The step assembly '{path}' cannot be loaded: {e.Message}", e);
        }
    }

    private static Type[] Types(string path, Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            var why = e.LoaderExceptions.FirstOrDefault()?.Message ?? e.Message;
            throw new StepAssemblyException($"The step assembly '{path}' cannot be used: {why}", e);
        }
    }

    /// <summary>What the harness does not bring, the step assembly brings itself: looked for beside it.</summary>
    private static void ResolveFrom(AssemblyDependencyResolver resolver) =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
}
