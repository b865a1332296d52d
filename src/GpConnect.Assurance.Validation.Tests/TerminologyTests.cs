using System.Text;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

public class TerminologyTests
{
    private const string Hl7 = "http://hl7.org/fhir/ValueSet/";
    private const string NhsValueSet = "https://fhir.nhs.uk/STU3/ValueSet/";
    private const string Snomed = "http://snomed.info/sct";

    [Theory]
    [InlineData("a code of a whole system", Hl7 + "administrative-gender", "http://hl7.org/fhir/administrative-gender", "male")]
    [InlineData("a code without its system", Hl7 + "administrative-gender", "", "male")]
    [InlineData("a code listed by the value set", NhsValueSet + "CareConnect-AllergyCertainty-1", Snomed, "385434005")]
    [InlineData("a code below the one named by is-a", Hl7 + "v3-ActEncounterCode", "http://hl7.org/fhir/v3/ActCode", "AMB")]
    [InlineData("a code of an imported value set", Hl7 + "marital-status", "http://hl7.org/fhir/v3/NullFlavor", "UNK")]
    [InlineData("a language tag that no list has", Hl7 + "all-languages", "urn:ietf:bcp:47", "cy-GB")]
    [InlineData("a media type", "http://www.rfc-editor.org/bcp/bcp13.txt", "", "application/fhir+json; charset=utf-8")]
    public void Is_in_the_value_set(string what, string valueSet, string system, string code)
    {
        Contains(valueSet, system, code).Should().Be(Membership.Yes, what);
    }

    [Theory]
    [InlineData("an unknown code", Hl7 + "administrative-gender", "http://hl7.org/fhir/administrative-gender", "femail")]
    [InlineData("a known code in another case", Hl7 + "administrative-gender", "http://hl7.org/fhir/administrative-gender", "Male")]
    [InlineData("a code of another system", Hl7 + "administrative-gender", "http://hl7.org/fhir/v3/AdministrativeGender", "male")]
    [InlineData("the same list under the other host's URL", "https://fhir.hl7.org.uk/STU3/ValueSet/CareConnect-EthnicCategory-1", "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-EthnicCategory-1", "A")]
    [InlineData("a code that only groups others", Hl7 + "v3-ActEncounterCode", "http://hl7.org/fhir/v3/ActCode", "_ActEncounterCode")]
    [InlineData("a code not listed by an expression of codes", NhsValueSet + "CareConnect-AllergyCertainty-1", Snomed, "255604002")]
    [InlineData("a malformed language tag", Hl7 + "all-languages", "urn:ietf:bcp:47", "english!")]
    [InlineData("a media type without subtype", "http://www.rfc-editor.org/bcp/bcp13.txt", "", "application")]
    public void Is_not_in_the_value_set(string what, string valueSet, string system, string code)
    {
        Contains(valueSet, system, code).Should().Be(Membership.No, what);
    }

    [Theory]
    [InlineData("a code under a SNOMED CT hierarchy", Hl7 + "condition-code", Snomed, "38341003")]
    [InlineData("a code of a SNOMED CT reference set", NhsValueSet + "CareConnect-CareSettingType-1", Snomed, "1060971000000108")]
    public void Cannot_be_decided_without_the_code_system(string what, string valueSet, string system, string code)
    {
        Contains(valueSet, system, code).Should().Be(Membership.Unknown, what);
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/stu3/valueset-ucum-vitals-common.html", "a page address stands for its value set")]
    [InlineData("https://hl7.org/fhir/ValueSet/administrative-gender", "either scheme names the value set")]
    public void A_value_set_is_found_under_the_names_in_use(string canonical, string why)
    {
        Profiles.Store.ValueSet(canonical).Should().NotBeNull(why);
    }

    private static Membership Contains(string valueSet, string system, string code)
    {
        var rules = Profiles.Store.ValueSet(valueSet);
        rules.Should().NotBeNull();
        return rules!.Contains(Encoding.UTF8.GetBytes(system), Encoding.UTF8.GetBytes(code));
    }
}
