using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>A run talks to its target and to nobody else: no telemetry, no look-up.</summary>
public sealed class ConnectionTests
{
    /// <summary>As .NET's event writes a socket address: bytes with commas.</summary>
    private const string Loopback = ",127,0,0,1";

    [Fact]
    public async Task No_connection_leaves_the_process_but_to_the_target()
    {
        using var folder = new TemporaryFolder();
        using var listener = new ConnectionListener();
        var tool = await Tool.Run("run", "--pack", "foundations", "--name", "capability", "--output", folder["evidence"]);

        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        listener.Connections.Should().NotBeEmpty("the listener must see the connections to the target, or it proves nothing");
        listener.Connections.Should().OnlyContain(address => address.Contains(Loopback, StringComparison.Ordinal), "tests of this process use the loopback interface only");
        listener.Lookups.Where(name => name.Length > 0 && name != "127.0.0.1" && name != "localhost").Should().BeEmpty();
    }

    private sealed class ConnectionListener : EventListener
    {
        public ConcurrentBag<string> Connections { get; } = [];

        public ConcurrentBag<string> Lookups { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            var first = eventData.Payload?.FirstOrDefault()?.ToString() ?? "";
            switch (eventData.EventName)
            {
                case "ConnectStart":
                    Connections.Add(first);
                    break;
                case "ResolutionStart":
                    Lookups.Add(first);
                    break;
            }
        }
    }
}
