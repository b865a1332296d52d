using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GpConnect.Assurance.ReferenceProvider.Certificates;

/// <summary>A certificate revocation list read from a file, so that certificates are checked without asking anybody.</summary>
/// <remarks>RFC 5280 section 5. Of its extensions none is read: a list for part of an authority's certificates is not for here.</remarks>
internal sealed class CertificateRevocationList
{
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    private const string RsaWithSha256 = "1.2.840.113549.1.1.11";

    private readonly byte[] _issuer;
    private readonly DateTimeOffset? _nextUpdate;
    private readonly HashSet<BigInteger> _serials = [];
    private readonly byte[] _signed;
    private readonly string _algorithm;
    private readonly byte[] _signature;

    private CertificateRevocationList(ReadOnlyMemory<byte> der)
    {
        var list = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        _signed = list.PeekEncodedValue().ToArray();
        var content = list.ReadSequence();
        if (content.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            _ = content.ReadInteger();
        }

        _ = content.ReadSequence();
        _issuer = content.ReadEncodedValue().ToArray();
        _ = ReadTime(content);
        _nextUpdate = content.HasData && IsTime(content.PeekTag()) ? ReadTime(content) : null;
        if (content.HasData && content.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            ReadSerials(content.ReadSequence());
        }

        _algorithm = list.ReadSequence().ReadObjectIdentifier();
        _signature = list.ReadBitString(out _);
    }

    /// <summary>The list in a PEM file.</summary>
    /// <exception cref="CryptographicException">It holds none.</exception>
    public static CertificateRevocationList Read(string pem)
    {
        try
        {
            var fields = PemEncoding.Find(pem);
            return new CertificateRevocationList(Convert.FromBase64String(pem[fields.Base64Data]));
        }
        catch (Exception e) when (e is ArgumentException or AsnContentException)
        {
            throw new CryptographicException("it is not a certificate revocation list in PEM", e);
        }
    }

    /// <summary>True when there must be a newer one by now.</summary>
    public bool IsOutOfDate(DateTimeOffset now) => now > _nextUpdate;

    public bool Revokes(X509Certificate2 certificate) => _serials.Contains(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true));

    /// <summary>True for the list of this authority, signed with its key.</summary>
    public bool IsSignedBy(X509Certificate2 authority)
    {
        if (!authority.SubjectName.RawData.AsSpan().SequenceEqual(_issuer))
        {
            return false;
        }

        using var ecdsa = authority.GetECDsaPublicKey();
        using var rsa = authority.GetRSAPublicKey();
        return _algorithm switch
        {
            EcdsaWithSha256 => ecdsa?.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true,
            RsaWithSha256 => rsa?.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) == true,
            _ => false,
        };
    }

    private void ReadSerials(AsnReader revoked)
    {
        while (revoked.HasData)
        {
            _serials.Add(revoked.ReadSequence().ReadInteger());
        }
    }

    private static bool IsTime(Asn1Tag tag) => tag.HasSameClassAndValue(Asn1Tag.UtcTime) || tag.HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTimeOffset ReadTime(AsnReader content) =>
        content.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? content.ReadUtcTime() : content.ReadGeneralizedTime();
}
