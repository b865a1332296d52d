using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Codes and identifiers whose system says what they look like, wherever they stand.</summary>
internal sealed partial class ValidationRun
{
    private static readonly int CodingName = FhirNames.Intern("coding");
    private static readonly int SystemName = FhirNames.Intern("system");
    private static readonly int CodeName = FhirNames.Intern("code");
    private static readonly int DisplayName = FhirNames.Intern("display");
    private static readonly int ValueName = FhirNames.Intern("value");
    private static readonly byte[] NhsNumberSystem = Utf8Comparer.Bytes(NhsNumber.System);
    private static readonly byte[] NhsNumberSystemOfDstu2 = Utf8Comparer.Bytes(NhsNumber.SystemOfDstu2);
    private static readonly byte[][] OdsSystems = [.. OdsCode.Systems.Select(Utf8Comparer.Bytes)];
    private static readonly byte[] SnomedSystem = Utf8Comparer.Bytes(SnomedId.System);

    private void Coding(FhirNode coding, ElementRule rule)
    {
        var system = coding.Child(SystemName).ValueUtf8;
        var code = coding.Child(CodeName);
        if (system.IsEmpty || !code.HasValue)
        {
            return;
        }

        if (system.SequenceEqual(SnomedSystem))
        {
            SnomedCode(code, rule);
            return;
        }

        var display = coding.Child(DisplayName);
        if (display.HasValue
            && store.CodeSystem(system)?.Find(code.ValueUtf8) is { Display: { } known }
            && !IsSameText(display.ValueUtf8, known))
        {
            Report(
                IssueCode.CodeDisplay,
                display,
                rule,
                null,
                $"The code system shows '{Encoding.UTF8.GetString(known)}' for the code {Shown(code)}, not '{Shown(display)}'.",
                Encoding.UTF8.GetString(known),
                Shown(display));
        }
    }

    private void SnomedCode(FhirNode code, ElementRule rule)
    {
        if (IsWellWritten(code, PrimitiveType.Code) && !SnomedId.IsConcept(code.ValueUtf8) && !SnomedId.IsExpression(code.ValueUtf8))
        {
            Report(IssueCode.CodeForm, code, rule, null, $"'{Shown(code)}' is no SNOMED CT concept identifier (6 to 18 digits, of the concept partition, with a check digit).", null, Shown(code));
        }
    }

    private void Identifier(FhirNode identifier, ElementRule rule)
    {
        var value = identifier.Child(ValueName);
        var system = identifier.Child(SystemName).ValueUtf8;
        if (system.IsEmpty || !IsWellWritten(value, PrimitiveType.String))
        {
            return;
        }

        if (system.SequenceEqual(NhsNumberSystem) || system.SequenceEqual(NhsNumberSystemOfDstu2))
        {
            if (!NhsNumber.IsValid(value.ValueUtf8))
            {
                Report(IssueCode.IdentifierForm, value, rule, null, $"'{Shown(value)}' is no NHS number: ten digits, the last a check digit modulo 11.", null, Shown(value));
            }
        }
        else if (IsOds(system) && !OdsCode.IsValid(value.ValueUtf8))
        {
            Report(IssueCode.IdentifierForm, IssueSeverity.Warning, value, rule, null, $"'{Shown(value)}' does not look like an ODS code: 3 to 12 upper-case letters and digits.", null, Shown(value));
        }
    }

    /// <summary>Whether a value has the form of its type; when not, that is found in its own place and it is not worth another issue.</summary>
    private static bool IsWellWritten(FhirNode value, PrimitiveType type) =>
        value.ValueKind == FhirValueKind.String && PrimitiveFormat.IsValid(type, value.ValueUtf8);

    /// <summary>Whether a Coding or CodeableConcept has a part that is not well written, so that its code cannot be known.</summary>
    private static bool IsIllWritten(FhirNode coded)
    {
        foreach (var coding in coded.ChildrenNamed(CodingName))
        {
            if (coding.HasValue || IsIllWrittenCoding(coding))
            {
                return true;
            }
        }

        return IsIllWrittenCoding(coded);
    }

    private static bool IsIllWrittenCoding(FhirNode coding) =>
        IsIllWritten(coding.Child(CodeName), PrimitiveType.Code) || IsIllWritten(coding.Child(SystemName), PrimitiveType.Uri);

    private static bool IsIllWritten(FhirNode value, PrimitiveType type) =>
        !value.IsNone && (value.HasValue ? !IsWellWritten(value, type) : value.Document.Format == FhirFormat.Json && !value.IsCompanion);

    private static bool IsOds(ReadOnlySpan<byte> system)
    {
        foreach (var known in OdsSystems)
        {
            if (system.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSameText(ReadOnlySpan<byte> shown, byte[] known) =>
        shown.SequenceEqual(known)
        || string.Equals(Encoding.UTF8.GetString(shown).Trim(), Encoding.UTF8.GetString(known).Trim(), StringComparison.OrdinalIgnoreCase);
}
