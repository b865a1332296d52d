namespace GpConnect.Assurance.Fhir.Tests.FhirPath;

/// <summary>Expressions in the ways that population rules and Gherkin steps use them.</summary>
public class RuleTests
{
    [Theory]
    [InlineData("name.where(use = 'official').count() = 1 and name.where(use = 'official').family.exists()", true)]
    [InlineData("identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number' and value.exists()).count() = 1", true)]
    [InlineData("identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number').all(value.matches('^[0-9]{10}$') and use.empty())", false)]
    [InlineData("managingOrganization.where(reference.matches('(^|/)Organization/[A-Za-z0-9.-]{1,64}$')).exists()", false)]
    [InlineData("telecom.all(system.exists() and value.exists() and use.exists())", false)]
    [InlineData("meta.profile.where($this = 'http://example.org/b').exists()", true)]
    [InlineData("meta.profile.where(startsWith('http://example.org/')).count() = 2", true)]
    [InlineData("(name | telecom).all(use.exists())", false)]
    [InlineData("(id | gender | name.family).all(startsWith('[').not())", true)]
    [InlineData("birthDate.exists() implies birthDate.toString().matches('^[0-9]{4}-[0-9]{2}-[0-9]{2}$')", true)]
    [InlineData("active.where($this = true).exists() implies deceased.where($this = false).exists()", true)]
    [InlineData("extension.where(url = 'http://example.org/nested').all(extension.where(url = 'a').count() = 1 and extension.count() = 2)", true)]
    [InlineData("extension.where(url = 'http://example.org/rank').value = 7", true)]
    [InlineData("generalPractitioner.reference.all($this.contains('Practitioner/') or $this.startsWith('#'))", true)]
    [InlineData("multipleBirth.empty() or multipleBirth > 1", true)]
    [InlineData("telecom.where(rank.empty()).empty() and telecom.rank.isDistinct()", true)]
    public void A_rule_is_met_or_not_the_same_in_both_formats(string rule, bool isMet)
    {
        var expected = isMet ? FhirPathTruth.True : FhirPathTruth.False;

        FhirPathExpression.Parse(rule).Test(Sample.Patient).Should().Be(expected);
        FhirPathExpression.Parse(rule).Test(Sample.PatientXml).Should().Be(expected);
    }
}
