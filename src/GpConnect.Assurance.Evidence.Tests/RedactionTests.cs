using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GpConnect.Assurance.Evidence.Redaction;
using GpConnect.Assurance.Evidence.Tests.Samples;

namespace GpConnect.Assurance.Evidence.Tests;

public sealed class RedactionTests
{
    private const string Secret = "Corr3ct-h0rse/battery+st&ple";

    private readonly Redactor _redactor = new();

    public RedactionTests() => _redactor.Add(Secret);

    public static TheoryData<string, Func<string, string>> Encodings => new()
    {
        { "as it stands", text => text },
        { "percent-encoded", Uri.EscapeDataString },
        { "every character percent-encoded", text => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"%{b:x2}")) },
        { "every character escaped for JSON", text => string.Concat(text.Select(c => $"\\u{(int)c:x4}")) },
        { "escaped for JSON with slashes", text => text.Replace("/", "\\/") },
        { "as HTML entities", text => string.Concat(text.Select(c => $"&#{(int)c};")) },
        { "as hexadecimal HTML entities", text => string.Concat(text.Select(c => $"&#x{(int)c:X};")) },
        { "escaped for XML", text => text.Replace("&", "&amp;") },
        { "in base64", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) },
        { "in base64url", text => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)) },
        { "in base64 after one other byte", text => Convert.ToBase64String(Encoding.UTF8.GetBytes("x" + text)) },
        { "in base64 after two other bytes", text => Convert.ToBase64String(Encoding.UTF8.GetBytes("xy" + text)) },
        { "in base64 with line breaks", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('-', 60) + text), Base64FormattingOptions.InsertLineBreaks) },
        { "in base64, percent-encoded", text => Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))) },
        { "in UTF-16", text => Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text)) },
        { "percent-encoded twice", text => Uri.EscapeDataString(Uri.EscapeDataString(text)) },
        { "percent-encoded inside JSON inside JSON", text => Uri.EscapeDataString(text).Replace("%", "\\\\u0025") },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_registered_secret_is_found_in_every_encoding(string name, Func<string, string> encode)
    {
        var echoed = encode(Secret);

        var redacted = _redactor.Text($"{{\"echo\": \"{echoed}\"}}");

        redacted.Should().Contain(Redactor.Mask, name).And.NotContain(echoed);
        redacted.Should().StartWith("{\"echo\": \"").And.EndWith("\"}", "only the secret is replaced");
    }

    [Theory]
    [InlineData("The Authorization header carries a Bearer token.")]
    [InlineData("Bearer authentication is used, not Basic.")]
    [InlineData("https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1")]
    [InlineData("GET /Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9000000009")]
    [InlineData("the password was 50% wrong & \\u00e9 \\ %zz &unknown; &#99999;")]
    [InlineData("urn:uuid:0b2d3f4a-1c2d-4e5f-8a9b-0c1d2e3f4a5b")]
    public void Text_without_a_secret_is_the_very_same_string(string text) => _redactor.Text(text).Should().BeSameAs(text);

    [Fact]
    public void A_document_in_base64_that_holds_no_secret_is_left_alone()
    {
        var random = new Random(1);
        var bytes = new byte[100_000];
        random.NextBytes(bytes);
        var body = Encoding.UTF8.GetBytes($"{{\"resourceType\":\"Binary\",\"content\":\"{Convert.ToBase64String(bytes)}\"}}");

        _redactor.Body(body).Should().Be((ReadOnlyMemory<byte>)body);
    }

    [Theory]
    [InlineData("token=eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "token=[redacted]")]
    [InlineData("see eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl in the log", "see [redacted] in the log")]
    [InlineData("xyzeyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "xyz[redacted]")]
    [InlineData("Authorization was Bearer 0123456789abcdef", "Authorization was Bearer [redacted]")]
    [InlineData("Authorization was bearer: abcdefghijklmnopqrstuvwxyz", "Authorization was bearer: [redacted]")]
    [InlineData("https://user:pa55@provider.example/", "https://user:[redacted]@provider.example/")]
    [InlineData("/token?grant_type=password&client_secret=s3cr&x=1", "/token?grant_type=password&client_secret=[redacted]&x=1")]
    [InlineData("""{"access_token": "abc\"def", "expires_in": 300}""", """{"access_token": "[redacted]", "expires_in": 300}""")]
    [InlineData("""{\"password\":\"hunter2\"}""", """{\"password\":\"[redacted]\"}""")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----[redacted]-----END RSA PRIVATE KEY-----")]
    public void Secrets_are_known_by_their_form(string text, string expected) => _redactor.Text(text).Should().Be(expected);

    [Fact]
    public void A_part_of_a_token_alone_is_found_in_base64() =>
        _redactor.Text($"<{SampleToken.Encode(SampleToken.Claims)}>").Should().Be("<[redacted]>");

    [Fact]
    public void A_secret_of_three_characters_is_not_searched_for_because_it_would_blot_out_words()
    {
        _redactor.Add("pat");

        _redactor.Text("the patient").Should().Be("the patient");
    }

    [Theory]
    [InlineData("Authorization", "Bearer abc", "Bearer [redacted]")]
    [InlineData("authorization", "Basic dXNlcjpwYXNz", "Basic [redacted]")]
    [InlineData("Authorization", "abc", "[redacted]")]
    [InlineData("Authorization", "", "")]
    [InlineData("Proxy-Authorization", "Basic dXNlcjpwYXNz", "Basic [redacted]")]
    [InlineData("Cookie", "a=1; b=2", "a=[redacted]; b=[redacted]")]
    [InlineData("Set-Cookie", "session=abc; Path=/; HttpOnly", "session=[redacted]; Path=/; HttpOnly")]
    [InlineData("Set-Cookie", "abc", "[redacted]")]
    [InlineData("X-Api-Key", "abc", "[redacted]")]
    [InlineData("Location", "https://u:p@x.example/?access_token=abc", "https://u:[redacted]@x.example/?access_token=[redacted]")]
    [InlineData("ETag", "W/\"1\"", "W/\"1\"")]
    public void Headers_keep_their_form_and_lose_their_secret(string name, string value, string expected) =>
        _redactor.Header(new HeaderRecord(name, value)).Should().Be(new HeaderRecord(name, expected));

    [Fact]
    public void A_raw_head_keeps_every_line()
    {
        const string head = "GET /x?token=abc HTTP/1.1\r\nAUTHORIZATION:   Bearer abc\r\n def\r\nX-Plain: 1\r\n folded\r\nCookie: a=1\r\n\r\n";

        var redacted = Encoding.ASCII.GetString(_redactor.Head(Encoding.ASCII.GetBytes(head)).Span);

        redacted.Should().Be("GET /x?token=[redacted] HTTP/1.1\r\nAUTHORIZATION:   Bearer [redacted]\r\n [redacted]\r\nX-Plain: 1\r\n folded\r\nCookie: a=[redacted]\r\n\r\n");
    }

    [Fact]
    public void A_body_that_is_not_text_keeps_every_other_byte()
    {
        byte[] body = [0xFF, 0x00, 0x80, .. Encoding.UTF8.GetBytes(Secret), 0xFE, 0x0A, 0xC3];

        _redactor.Body(body).ToArray().Should().Equal([0xFF, 0x00, 0x80, .. "[redacted]"u8, 0xFE, 0x0A, 0xC3]);
    }

    [Fact]
    public void A_secret_that_is_not_ASCII_is_found_in_a_body()
    {
        _redactor.Add("pässwörd");

        Encoding.UTF8.GetString(_redactor.Body(Encoding.UTF8.GetBytes("<pässwörd>")).Span).Should().Be("<[redacted]>");
        _redactor.Text("p%C3%A4ssw%C3%B6rd").Should().Be("[redacted]");
    }

    [Fact]
    public void Redacting_twice_changes_nothing_more()
    {
        var once = _redactor.Text($"https://u:p@x/?token=abc {Secret} Bearer 0123456789");

        _redactor.Text(once).Should().Be(once);
    }

    [Fact]
    public void No_secret_survives_between_any_text_and_any_encoding()
    {
        var encodings = Encodings.Select(row => (Func<string, string>)row[1]).ToArray();
        var cases = from before in Texts.Any
                    from after in Texts.Any
                    from encoding in Gen.Choose(0, encodings.Length - 1)
                    select (before, after, echoed: encodings[encoding](Secret));

        Prop.ForAll(cases.ToArbitrary(), c => !_redactor.Text($"{c.before} \"{c.echoed}\" {c.after}").Contains(c.echoed, StringComparison.Ordinal)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("eyJ")]
    [InlineData("Bearer ")]
    [InlineData("://a:")]
    [InlineData("\"password\":\"")]
    [InlineData("?token=")]
    [InlineData("%25")]
    [InlineData("\\\\u005c")]
    [InlineData("&amp;")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    public void A_body_written_to_slow_the_search_down_is_searched_in_time_that_grows_with_its_length(string repeated)
    {
        // Were the time to grow with the square of the length, this would take minutes.
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, 2_000_000 / repeated.Length)));

        _redactor.Body(body).Length.Should().BePositive();
    }
}
