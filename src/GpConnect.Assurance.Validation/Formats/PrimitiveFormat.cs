using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>The written form of each primitive datatype, checked on the bytes of the value.</summary>
internal static class PrimitiveFormat
{
    /// <summary>FHIR limits strings to 1 MiB of characters (<c>string</c>, <c>markdown</c>).</summary>
    private const int MaxStringLength = 1024 * 1024;

    private static readonly SearchValues<byte> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);

    internal static PrimitiveType Of(string typeCode) => typeCode switch
    {
        "boolean" => PrimitiveType.Boolean,
        "integer" => PrimitiveType.Integer,
        "positiveInt" => PrimitiveType.PositiveInt,
        "unsignedInt" => PrimitiveType.UnsignedInt,
        "decimal" => PrimitiveType.Decimal,
        "string" => PrimitiveType.String,
        "markdown" => PrimitiveType.Markdown,
        "code" => PrimitiveType.Code,
        "id" => PrimitiveType.Id,
        "uri" => PrimitiveType.Uri,
        "oid" => PrimitiveType.Oid,
        "uuid" => PrimitiveType.Uuid,
        "base64Binary" => PrimitiveType.Base64Binary,
        "date" => PrimitiveType.Date,
        "dateTime" => PrimitiveType.DateTime,
        "instant" => PrimitiveType.Instant,
        "time" => PrimitiveType.Time,
        "xhtml" => PrimitiveType.Xhtml,
        _ => PrimitiveType.None,
    };

    /// <summary>The kind of JSON literal that carries the type.</summary>
    internal static FhirValueKind JsonKind(PrimitiveType type) => type switch
    {
        PrimitiveType.Boolean => FhirValueKind.Boolean,
        PrimitiveType.Integer or PrimitiveType.PositiveInt or PrimitiveType.UnsignedInt or PrimitiveType.Decimal => FhirValueKind.Number,
        _ => FhirValueKind.String,
    };

    internal static bool IsValid(PrimitiveType type, ReadOnlySpan<byte> value) => type switch
    {
        PrimitiveType.Boolean => value.SequenceEqual("true"u8) || value.SequenceEqual("false"u8),
        PrimitiveType.Integer => IsInteger(value, int.MinValue),
        PrimitiveType.PositiveInt => IsInteger(value, 1),
        PrimitiveType.UnsignedInt => IsInteger(value, 0),
        PrimitiveType.Decimal => IsDecimal(value),
        PrimitiveType.String or PrimitiveType.Markdown => IsText(value),
        PrimitiveType.Code => IsCode(value),
        PrimitiveType.Id => IsId(value),
        PrimitiveType.Uri => IsUri(value),
        PrimitiveType.Oid => IsOid(value),
        PrimitiveType.Uuid => IsUuid(value, isAnyCase: false),
        PrimitiveType.Base64Binary => Base64.IsValid(value, out var length) && length > 0,
        PrimitiveType.Date => DateForm.IsDate(value),
        PrimitiveType.DateTime => DateForm.IsDateTime(value),
        PrimitiveType.Instant => DateForm.IsInstant(value),
        PrimitiveType.Time => DateForm.IsTime(value),
        _ => true,
    };

    /// <summary>What a value of the type looks like, to finish the sentence "the value must be …".</summary>
    internal static string Describe(PrimitiveType type) => type switch
    {
        PrimitiveType.Boolean => "true or false",
        PrimitiveType.Integer => "a whole number from -2147483648 to 2147483647, without leading zeros",
        PrimitiveType.PositiveInt => "a whole number from 1 to 2147483647, without leading zeros",
        PrimitiveType.UnsignedInt => "a whole number from 0 to 2147483647, without leading zeros",
        PrimitiveType.Decimal => "a decimal number without leading zeros or exponent",
        PrimitiveType.String or PrimitiveType.Markdown => "text of 1 to 1048576 characters that are not all blanks, with no control characters but tab and line ends",
        PrimitiveType.Code => "a code: no blanks at its ends, and only single blanks inside",
        PrimitiveType.Id => "1 to 64 letters, digits, '-' and '.'",
        PrimitiveType.Uri => "a URI without blanks",
        PrimitiveType.Oid => "urn:oid: followed by an OID",
        PrimitiveType.Uuid => "urn:uuid: followed by a lower-case UUID",
        PrimitiveType.Base64Binary => "base64",
        PrimitiveType.Date => "a date: YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists",
        PrimitiveType.DateTime => "YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with a time zone, and a day that exists",
        PrimitiveType.Instant => "YYYY-MM-DDThh:mm:ss with a time zone, and a day that exists",
        PrimitiveType.Time => "hh:mm:ss",
        _ => "XHTML",
    };

    private static bool IsInteger(ReadOnlySpan<byte> value, int minimum)
    {
        var digits = value is [(byte)'-', .. var rest] ? rest : value;
        var hasLeadingZero = digits is [(byte)'0', _, ..];
        return digits.Length is > 0 and <= 10
            && !hasLeadingZero
            && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= minimum;
    }

    private static bool IsDecimal(ReadOnlySpan<byte> value)
    {
        var unsigned = value is [(byte)'-', .. var rest] ? rest : value;
        var point = unsigned.IndexOf((byte)'.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        var hasLeadingZero = whole is [(byte)'0', _, ..];
        return AreDigits(whole) && !hasLeadingZero && (point < 0 || AreDigits(unsigned[(point + 1)..]));
    }

    private static bool AreDigits(ReadOnlySpan<byte> value) => value.Length > 0 && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static bool IsText(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0 && HasForbiddenControl(value))
        {
            return false;
        }

        var isBlank = value[0] <= (byte)' ' && value.IndexOfAnyExcept(" \t\r\n"u8) < 0;
        return !isBlank && (value.Length <= MaxStringLength || System.Text.Encoding.UTF8.GetCharCount(value) <= MaxStringLength);
    }

    private static bool HasForbiddenControl(ReadOnlySpan<byte> value)
    {
        foreach (var character in value)
        {
            if (character < 0x20 && character is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCode(ReadOnlySpan<byte> value) => value.IndexOfAnyInRange((byte)0, (byte)' ') < 0 ? !value.IsEmpty : AreWordsOfCode(value);

    private static bool AreWordsOfCode(ReadOnlySpan<byte> value)
    {
        var wasBlank = true;
        foreach (var character in value)
        {
            var isBlank = character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
            if (isBlank && wasBlank)
            {
                return false;
            }

            wasBlank = isBlank;
        }

        return !wasBlank;
    }

    private static bool IsId(ReadOnlySpan<byte> value) => value.Length is > 0 and <= 64 && !value.ContainsAnyExcept(IdCharacters);

    private static bool IsUri(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("urn:oid:"u8))
        {
            return IsOid(value);
        }

        if (value.StartsWith("urn:uuid:"u8))
        {
            // Only the type uuid demands small letters.
            return IsUuid(value, isAnyCase: true);
        }

        return !value.IsEmpty && value.IndexOfAnyInRange((byte)0, (byte)' ') < 0;
    }

    private static bool IsOid(ReadOnlySpan<byte> value)
    {
        if (!value.StartsWith("urn:oid:"u8))
        {
            return false;
        }

        var oid = value["urn:oid:".Length..];
        var arcs = 0;
        while (!oid.IsEmpty)
        {
            var dot = oid.IndexOf((byte)'.');
            var arc = dot < 0 ? oid : oid[..dot];
            var isRoot = arc is [>= (byte)'0' and <= (byte)'2'];
            var hasLeadingZero = arc is [(byte)'0', _, ..];
            if (!AreDigits(arc) || hasLeadingZero || (arcs == 0 && !isRoot))
            {
                return false;
            }

            arcs++;
            if (dot < 0)
            {
                return arcs > 1;
            }

            oid = oid[(dot + 1)..];
        }

        return false;
    }

    private static bool IsUuid(ReadOnlySpan<byte> value, bool isAnyCase)
    {
        if (!value.StartsWith("urn:uuid:"u8) || value.Length != "urn:uuid:".Length + 36)
        {
            return false;
        }

        var uuid = value["urn:uuid:".Length..];
        for (var i = 0; i < uuid.Length; i++)
        {
            var isHyphenPlace = i is 8 or 13 or 18 or 23;
            var isHex = isAnyCase ? char.IsAsciiHexDigit((char)uuid[i]) : char.IsAsciiHexDigitLower((char)uuid[i]);
            if (isHyphenPlace ? uuid[i] != (byte)'-' : !isHex)
            {
                return false;
            }
        }

        return true;
    }
}
