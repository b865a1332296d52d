using System.Buffers.Binary;
using System.Net.Security;

namespace GpConnect.Assurance.Harness.Tls;

/// <summary>Reads what a server answers a ClientHello with, as far as it is in clear text.</summary>
/// <remarks>RFC 5246 sections 6.2.1 and 7.4. Whatever comes is taken as hostile: nothing outside the bytes received is read.</remarks>
internal sealed class ServerFlight
{
    private const byte AlertRecord = 21;
    private const byte HandshakeRecord = 22;

    private readonly List<byte> _messages = [];

    public TlsVersion? Version { get; private set; }

    public TlsCipherSuite? Suite { get; private set; }

    /// <summary>The server asked for a client certificate.</summary>
    public bool AsksForCertificate { get; private set; }

    /// <summary>RFC 5246 section 7.2: 40 is handshake_failure, 70 is protocol_version.</summary>
    public byte? Alert { get; private set; }

    /// <summary>What came is not TLS.</summary>
    public bool IsSomethingElse { get; private set; }

    /// <summary>Nothing more is to be learnt.</summary>
    public bool IsOver { get; private set; }

    /// <param name="received">Everything received so far.</param>
    /// <param name="offered">SSL 2.0 has a form of its own.</param>
    public static ServerFlight Read(ReadOnlySpan<byte> received, TlsVersion offered)
    {
        var flight = new ServerFlight();
        if (offered == TlsVersion.Ssl20 && received is [>= 0x80, _, 4, ..])
        {
            (flight.Version, flight.IsOver) = (TlsVersion.Ssl20, true);
            return flight;
        }

        flight.ReadRecords(received);
        return flight;
    }

    private void ReadRecords(ReadOnlySpan<byte> rest)
    {
        while (rest.Length > 0 && !IsOver)
        {
            if (rest[0] is not (AlertRecord or HandshakeRecord) || (rest.Length > 1 && rest[1] != 3))
            {
                (IsSomethingElse, IsOver) = (Version is null, true);
                return;
            }

            if (rest.Length < 5 || rest.Length < 5 + BinaryPrimitives.ReadUInt16BigEndian(rest[3..]))
            {
                return;
            }

            var content = rest.Slice(5, BinaryPrimitives.ReadUInt16BigEndian(rest[3..]));
            ReadRecord(rest[0], content);
            rest = rest[(5 + content.Length)..];
        }
    }

    private void ReadRecord(byte type, ReadOnlySpan<byte> content)
    {
        if (type == AlertRecord)
        {
            (Alert, IsOver) = (content is [_, var description, ..] ? description : (byte)0, true);
            return;
        }

        _messages.AddRange(content);
        while (!IsOver && NextMessage() is { } message)
        {
            ReadMessage(message[0], message.AsSpan(4));
        }
    }

    private byte[]? NextMessage()
    {
        if (_messages.Count < 4)
        {
            return null;
        }

        var length = 4 + ((_messages[1] << 16) | (_messages[2] << 8) | _messages[3]);
        if (_messages.Count < length)
        {
            return null;
        }

        var message = _messages.GetRange(0, length).ToArray();
        _messages.RemoveRange(0, length);
        return message;
    }

    private void ReadMessage(byte type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case 2:
                ReadServerHello(body);
                break;
            case 13:
                AsksForCertificate = true;
                break;
            case 14:
                IsOver = true;
                break;
        }
    }

    private void ReadServerHello(ReadOnlySpan<byte> hello)
    {
        if (hello.Length < 35 || hello.Length < 38 + hello[34])
        {
            (IsSomethingElse, IsOver) = (true, true);
            return;
        }

        var afterSession = 35 + hello[34];
        Version = (TlsVersion)BinaryPrimitives.ReadUInt16BigEndian(hello);
        Suite = (TlsCipherSuite)BinaryPrimitives.ReadUInt16BigEndian(hello[afterSession..]);
        if (SelectedVersion(hello[(afterSession + 3)..]) is { } selected)
        {
            // All that follows is encrypted.
            (Version, IsOver) = (selected, true);
        }
    }

    /// <summary>The version in the extension that TLS 1.3 has for it.</summary>
    private static TlsVersion? SelectedVersion(ReadOnlySpan<byte> extensions)
    {
        for (var rest = extensions.Length > 2 ? extensions[2..] : default; rest.Length >= 4;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (rest.Length < 4 + length)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16BigEndian(rest) == 0x002B && length == 2)
            {
                return (TlsVersion)BinaryPrimitives.ReadUInt16BigEndian(rest[4..]);
            }

            rest = rest[(4 + length)..];
        }

        return null;
    }
}
