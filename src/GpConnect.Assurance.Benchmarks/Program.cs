using BenchmarkDotNet.Running;
using GpConnect.Assurance.Benchmarks;

if (args is ["ratios"])
{
    Ratios.Print(TimeSpan.FromSeconds(4));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Ratios).Assembly).Run(args);
}
