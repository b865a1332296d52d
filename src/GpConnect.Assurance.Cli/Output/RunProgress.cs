namespace GpConnect.Assurance.Cli.Output;

/// <summary>Shows a run while it goes on.</summary>
internal abstract class RunProgress
{
    public static RunProgress Of(CommandContext context, bool noColor) => context.UseAnsi(noColor)
        ? new LiveProgress(context.Terminal(noColor))
        : new PlainProgress(context.Out);

    /// <summary>Does the work while showing how far it is.</summary>
    /// <param name="title">What is run, in one line.</param>
    /// <param name="planned">How many scenarios there will be.</param>
    /// <param name="work">Calls <see cref="IScenarioProgress.Finished"/> for each scenario that ended, one at a time.</param>
    public abstract void Show(string title, int planned, Action<IScenarioProgress> work);
}
