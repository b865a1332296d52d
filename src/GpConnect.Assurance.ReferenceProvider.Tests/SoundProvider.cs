namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>A provider without defects, shared by the tests of a class.</summary>
public sealed class SoundProvider : IAsyncLifetime
{
    private ReferenceProviderHost? _host;

    internal Consumer Consumer => new(_host!);

    public async Task InitializeAsync() => _host = await ReferenceProviderHost.StartAsync();

    public async Task DisposeAsync() => await _host!.DisposeAsync();
}
