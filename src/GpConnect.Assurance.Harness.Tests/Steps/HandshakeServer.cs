using System.Buffers.Binary;
using System.Net.Security;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Tests.Client;
using GpConnect.Assurance.Harness.Tls;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>Answers the first message of a handshake with bytes of the test's choice, and closes the connection.</summary>
internal sealed class HandshakeServer(Func<HandshakeServer.Hello, byte[]> answer) : IAsyncDisposable
{
    public static readonly byte[] ProtocolVersionAlert = [21, 3, 1, 0, 2, 2, 70];

    private readonly HostileServer _server = new(async connection =>
    {
        if (await connection.ReadSomeAsync() is { Length: > 0 } hello)
        {
            await connection.WriteAsync(answer(Hello.Of(hello)));
        }
    });

    public TargetSettings Settings => new() { Roots = new ServiceRoots { Foundations = $"https://127.0.0.1:{_server.Port}/GP0001/STU3/1/gpconnect" } };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>A ServerHello, and then what else; all in one record.</summary>
    public static byte[] ServerHello(TlsVersion version, TlsCipherSuite suite, params byte[][] messages)
    {
        byte[] body = [.. Bytes((int)version), .. new byte[32], 0, .. Bytes((int)suite), 0];
        byte[] all = [2, 0, .. Bytes(body.Length), .. body, .. messages.SelectMany(message => message)];
        return [22, 3, 3, .. Bytes(all.Length), .. all];
    }

    /// <summary>A CertificateRequest without content, and a ServerHelloDone.</summary>
    public static byte[] AskingForACertificate => [13, 0, 0, 0, 14, 0, 0, 0];

    private static byte[] Bytes(int number) => [(byte)(number >> 8), (byte)number];

    /// <param name="Version">Offered in the version's old place.</param>
    /// <param name="Suites">As offered.</param>
    /// <param name="Bytes">All of it.</param>
    internal sealed record Hello(TlsVersion Version, IReadOnlyList<TlsCipherSuite> Suites, byte[] Bytes)
    {
        public static Hello Of(byte[] bytes)
        {
            if (bytes[0] == 0x80)
            {
                return new Hello(TlsVersion.Ssl20, [], bytes);
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(44));
            var suites = Enumerable.Range(0, length / 2).Select(index => (TlsCipherSuite)BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(46 + (index * 2))));
            return new Hello((TlsVersion)BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(9)), [.. suites], bytes);
        }
    }
}
