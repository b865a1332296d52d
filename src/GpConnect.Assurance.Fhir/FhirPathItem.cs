using System.Globalization;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir;

/// <summary>One item of a FHIRPath collection: an element of a document, or a value of FHIRPath's own.</summary>
public readonly struct FhirPathItem
{
    private readonly object? _value;
    private readonly long _bits;

    private FhirPathItem(FhirPathItemKind kind, object? value, long bits)
    {
        Kind = kind;
        _value = value;
        _bits = bits;
    }

    public FhirPathItemKind Kind { get; }

    public bool IsNode => Kind == FhirPathItemKind.Node;

    /// <summary>The element; no node when the item is a value.</summary>
    public FhirNode Node => IsNode && _value is not null ? new FhirNode((FhirDocument)_value, (int)_bits) : default;

    /// <summary>Only for <see cref="FhirPathItemKind.Boolean"/>.</summary>
    public bool Boolean => _bits != 0;

    /// <summary>Only for <see cref="FhirPathItemKind.Integer"/>.</summary>
    public long Integer => _bits;

    /// <summary>For <see cref="FhirPathItemKind.Integer"/> and <see cref="FhirPathItemKind.Decimal"/>.</summary>
    public decimal Number => Kind == FhirPathItemKind.Integer ? _bits : (decimal)_value!;

    /// <summary>For <see cref="FhirPathItemKind.String"/>, <see cref="FhirPathItemKind.Type"/> and <see cref="FhirPathItemKind.Unknown"/>.</summary>
    public string Text => (string)_value!;

    /// <summary>Only for <see cref="FhirPathItemKind.Quantity"/>.</summary>
    public FhirPathQuantity Quantity => (FhirPathQuantity)_value!;

    internal bool IsUnknown => Kind == FhirPathItemKind.Unknown;

    internal bool IsTemporal => Kind is FhirPathItemKind.Date or FhirPathItemKind.DateTime or FhirPathItemKind.Time;

    internal PartialDateTime Temporal => (PartialDateTime)_value!;

    public static FhirPathItem Of(FhirNode node) =>
        node.IsNone ? throw new ArgumentException("There is no node.", nameof(node)) : new(FhirPathItemKind.Node, node.Document, node.Index);

    public static FhirPathItem Of(bool value) => new(FhirPathItemKind.Boolean, null, value ? 1 : 0);

    public static FhirPathItem Of(long value) => new(FhirPathItemKind.Integer, null, value);

    public static FhirPathItem Of(decimal value) => new(FhirPathItemKind.Decimal, value, 0);

    public static FhirPathItem Of(string value) => new(FhirPathItemKind.String, value, 0);

    public static FhirPathItem Of(FhirPathQuantity value) => new(FhirPathItemKind.Quantity, value, 0);

    public static FhirPathItem Of(DateTimeOffset value) => Of(PartialDateTime.Of(value));

    /// <summary>As FHIRPath's <c>toString()</c> gives it; of an element its value, or its path when it has none.</summary>
    public string ToDisplayString() => Kind switch
    {
        FhirPathItemKind.Node => Node.Value ?? Node.Path,
        FhirPathItemKind.Boolean => Boolean ? "true" : "false",
        FhirPathItemKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        FhirPathItemKind.Decimal => Number.ToString(CultureInfo.InvariantCulture),
        FhirPathItemKind.Unknown => $"(undecided: {Text})",
        _ => _value?.ToString() ?? "",
    };

    public override string ToString() => ToDisplayString();

    internal static FhirPathItem Of(PartialDateTime value) => new(
        value.Form switch
        {
            TemporalForm.Date => FhirPathItemKind.Date,
            TemporalForm.Time => FhirPathItemKind.Time,
            _ => FhirPathItemKind.DateTime,
        },
        value,
        0);

    internal static FhirPathItem Type(string name) => new(FhirPathItemKind.Type, name, 0);

    internal static FhirPathItem Unknown(string because) => new(FhirPathItemKind.Unknown, because, 0);
}
