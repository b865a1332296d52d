using System.Text;

namespace GpConnect.Assurance.Validation.Tests;

public class PrimitiveFormatTests
{
    [Theory]
    [InlineData("boolean", "true")]
    [InlineData("boolean", "false")]
    [InlineData("integer", "0")]
    [InlineData("integer", "-2147483648")]
    [InlineData("integer", "2147483647")]
    [InlineData("unsignedInt", "0")]
    [InlineData("positiveInt", "1")]
    [InlineData("decimal", "0.010")]
    [InlineData("decimal", "-12.50")]
    [InlineData("decimal", "123456789012345678901234567890")]
    [InlineData("string", " x ")]
    [InlineData("string", "tab\tand\r\nline")]
    [InlineData("code", "a b")]
    [InlineData("code", "PATIENT_NOT_FOUND")]
    [InlineData("id", "A-1.b")]
    [InlineData("uri", "registrationPeriod")]
    [InlineData("uri", "https://fhir.nhs.uk/Id/nhs-number")]
    [InlineData("uri", "urn:oid:2.16.840.1")]
    [InlineData("uri", "urn:uuid:C757873D-EC9A-4326-A141-556F43239520")]
    [InlineData("oid", "urn:oid:1.2.826.0.1285")]
    [InlineData("uuid", "urn:uuid:c757873d-ec9a-4326-a141-556f43239520")]
    [InlineData("base64Binary", "aGVsbG8=")]
    [InlineData("base64Binary", "aGVs\r\n bG8=")]
    [InlineData("date", "2016")]
    [InlineData("date", "2016-02")]
    [InlineData("date", "2016-02-29")]
    [InlineData("dateTime", "2016-02-29")]
    [InlineData("dateTime", "2016-02-29T23:59:60Z")]
    [InlineData("dateTime", "2016-02-29T10:00:00.123+14:00")]
    [InlineData("instant", "2016-02-29T10:00:00.1-05:30")]
    [InlineData("time", "10:00:59.999")]
    public void A_value_in_the_form_of_its_type_is_valid(string type, string value)
    {
        IsValid(type, value).Should().BeTrue();
    }

    [Theory]
    [InlineData("boolean", "True")]
    [InlineData("boolean", "1")]
    [InlineData("integer", "01")]
    [InlineData("integer", "+1")]
    [InlineData("integer", "1.0")]
    [InlineData("integer", "2147483648")]
    [InlineData("integer", "")]
    [InlineData("unsignedInt", "-1")]
    [InlineData("positiveInt", "0")]
    [InlineData("decimal", ".5")]
    [InlineData("decimal", "5.")]
    [InlineData("decimal", "00.5")]
    [InlineData("decimal", "1e3")]
    [InlineData("string", "")]
    [InlineData("string", " \t\r\n")]
    [InlineData("string", "bell\a")]
    [InlineData("code", " a")]
    [InlineData("code", "a ")]
    [InlineData("code", "a  b")]
    [InlineData("code", "")]
    [InlineData("id", "a_b")]
    [InlineData("id", "")]
    [InlineData("id", "01234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("uri", "https://example.org/a b")]
    [InlineData("uri", "urn:oid:2.16.x")]
    [InlineData("uri", "urn:uuid:c757873d-ec9a-4326-a141")]
    [InlineData("uri", "urn:uuid:c757873d-ec9a-4326-a141-556f4323952g")]
    [InlineData("oid", "2.16.840.1")]
    [InlineData("oid", "urn:oid:3.1")]
    [InlineData("oid", "urn:oid:1")]
    [InlineData("oid", "urn:oid:1.02")]
    [InlineData("oid", "urn:oid:1.2.")]
    [InlineData("uuid", "urn:uuid:C757873D-EC9A-4326-A141-556F43239520")]
    [InlineData("uuid", "c757873d-ec9a-4326-a141-556f43239520")]
    [InlineData("base64Binary", "aGVsbG8")]
    [InlineData("base64Binary", "aGVs_G8=")]
    [InlineData("base64Binary", "  ")]
    [InlineData("date", "2015-02-29")]
    [InlineData("date", "2015-13")]
    [InlineData("date", "2015-00-01")]
    [InlineData("date", "15-01-01")]
    [InlineData("date", "2015-1-1")]
    [InlineData("date", "0000")]
    [InlineData("date", "31/12/2015")]
    [InlineData("dateTime", "2016-02-29T10:00:00")]
    [InlineData("dateTime", "2016-02-29T10:00Z")]
    [InlineData("dateTime", "2016-02-29T24:00:00Z")]
    [InlineData("dateTime", "2016-02-29T10:00:00+14:30")]
    [InlineData("dateTime", "2016-02-29T10:00:00.Z")]
    [InlineData("dateTime", "2016-02-29 10:00:00Z")]
    [InlineData("dateTime", "2016-02T10:00:00Z")]
    [InlineData("instant", "2016-02-29")]
    [InlineData("time", "10:00")]
    [InlineData("time", "10:00:60")]
    [InlineData("time", "10:00:00Z")]
    public void A_value_in_another_form_is_not_valid(string type, string value)
    {
        IsValid(type, value).Should().BeFalse();
    }

    [Fact]
    public void A_string_of_a_million_characters_is_valid_and_one_beyond_the_limit_is_not()
    {
        IsValid("string", new string('x', 1024 * 1024)).Should().BeTrue();
        IsValid("string", new string('£', 1024 * 1024)).Should().BeTrue("the limit counts characters, not bytes");
        IsValid("string", new string('x', (1024 * 1024) + 1)).Should().BeFalse();
    }

    private static bool IsValid(string type, string value)
    {
        var primitive = PrimitiveFormat.Of(type);
        primitive.Should().NotBe(PrimitiveType.None);
        return PrimitiveFormat.IsValid(primitive, Encoding.UTF8.GetBytes(value));
    }
}
