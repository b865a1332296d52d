using System.Text;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Tests.Client;

/// <summary>Sends one request with a client of its own.</summary>
internal static class Sending
{
    public static ProviderRequest Get(string url) => new() { Method = "GET", Url = url };

    public static Task<Exchange> SendAsync(HostileServer server, LimitSettings? limits = null) => SendAsync(Get(server.Url + "/x"), limits);

    public static Task<Exchange> SendAsync(ProviderRequest request, LimitSettings? limits = null) =>
        SendAsync(request, new TargetSettings { Limits = limits ?? new LimitSettings() });

    public static async Task<Exchange> SendAsync(ProviderRequest request, TargetSettings settings)
    {
        using var clients = new ProviderClientFactory(settings);
        using var client = clients.Create();
        return await client.SendAsync(request);
    }

    public static string Text(this ReadOnlyMemory<byte> bytes) => Encoding.Latin1.GetString(bytes.Span);
}
