using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace GpConnect.Assurance.Harness.Tls;

/// <summary>
/// The first message of a handshake, written here and not by the system's TLS library, which offers nothing that its own policy forbids: so that every
/// version and cipher suite can be offered on every machine. RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2, RFC 6101 section 5.6.1.2.
/// </summary>
internal static class ClientHello
{
    private const int MostRecordBytes = 1 << 14;

    /// <summary>x25519, secp256r1, secp384r1, secp521r1, ffdhe2048, ffdhe3072.</summary>
    private static readonly ushort[] Groups = [0x001D, 0x0017, 0x0018, 0x0019, 0x0100, 0x0101];

    private static readonly ushort[] Signatures =
    [
        0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201,
    ];

    /// <summary>The whole record.</summary>
    public static byte[] Of(TlsOffer offer, string host)
    {
        if (offer.Newest == TlsVersion.Ssl20)
        {
            return Ssl20();
        }

        var body = new List<byte>();
        Add(body, (ushort)Legacy(offer.Newest));
        body.AddRange(RandomNumberGenerator.GetBytes(32));
        body.Add(0);
        AddWithLength(body, [.. offer.Suites.SelectMany(suite => Bytes((ushort)suite))]);
        body.AddRange([1, 0]);
        if (offer.Newest > TlsVersion.Ssl30)
        {
            AddWithLength(body, Extensions(offer, host));
        }

        byte[] message = [1, 0, .. Bytes((ushort)body.Count), .. body];
        return message.Length <= MostRecordBytes
            ? [22, 3, (byte)(offer.Newest == TlsVersion.Ssl30 ? 0 : 1), .. Bytes((ushort)message.Length), .. message]
            : throw new ArgumentException("too many cipher suites are offered for one record", nameof(offer));
    }

    /// <summary>The version field ends with TLS 1.2; what is newer stands in an extension.</summary>
    private static TlsVersion Legacy(TlsVersion newest) => newest > TlsVersion.Tls12 ? TlsVersion.Tls12 : newest;

    private static byte[] Extensions(TlsOffer offer, string host)
    {
        var extensions = new List<byte>();
        if (!IPAddress.TryParse(host, out _))
        {
            byte[] name = [0, .. WithLength(Encoding.ASCII.GetBytes(host))];
            AddExtension(extensions, 0x0000, WithLength(name));
        }

        AddExtension(extensions, 0x000A, WithLength([.. Groups.SelectMany(Bytes)]));
        AddExtension(extensions, 0x000B, [1, 0]);
        AddExtension(extensions, 0xFF01, [0]);
        if (offer.Newest >= TlsVersion.Tls12)
        {
            AddExtension(extensions, 0x000D, WithLength([.. Signatures.SelectMany(Bytes)]));
        }

        if (offer.Newest == TlsVersion.Tls13)
        {
            var versions = offer.Versions.Reverse().SelectMany(version => Bytes((ushort)version)).ToArray();
            AddExtension(extensions, 0x002B, [(byte)versions.Length, .. versions]);
            // Without a share of a key a server asks for one, which says already which version and suite it takes.
            AddExtension(extensions, 0x0033, [0, 0]);
        }

        return [.. extensions];
    }

    /// <summary>RFC 6176 tells that nobody answers this.</summary>
    private static byte[] Ssl20()
    {
        byte[] suites = [0x07, 0x00, 0xC0, 0x01, 0x00, 0x80, 0x02, 0x00, 0x80, 0x05, 0x00, 0x80, 0x06, 0x00, 0x40];
        byte[] message = [1, 0, 2, .. Bytes((ushort)suites.Length), 0, 0, 0, 16, .. suites, .. RandomNumberGenerator.GetBytes(16)];
        return [0x80, (byte)message.Length, .. message];
    }

    private static void AddExtension(List<byte> extensions, ushort type, byte[] content)
    {
        Add(extensions, type);
        AddWithLength(extensions, content);
    }

    private static void Add(List<byte> bytes, ushort number) => bytes.AddRange(Bytes(number));

    private static void AddWithLength(List<byte> bytes, byte[] content) => bytes.AddRange(WithLength(content));

    private static byte[] WithLength(byte[] content) => [.. Bytes((ushort)content.Length), .. content];

    private static byte[] Bytes(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }
}
