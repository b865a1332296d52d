using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>The suite that is tried, and the provider that it is tried on.</summary>
internal sealed record SelfTestSetting(RunPlan Plan, SpecFlowHost Engine, ProfileValidator Validator, ReferenceProviderHost Provider);
