using GpConnect.Assurance.Cli;

return await CommandLine.RunAsync(args, CommandContext.OfThisProcess());
