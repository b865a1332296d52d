using GpConnect.Assurance.Evidence.Tests.Samples;

namespace GpConnect.Assurance.Evidence.Tests;

public sealed class JwtReaderTests
{
    [Fact]
    public void Without_a_bearer_token_there_is_nothing_to_say()
    {
        JwtReader.Read([]).Should().BeNull();
        JwtReader.Read([new("Authorization", "Basic abc")]).Should().BeNull();
    }

    [Fact]
    public void A_signed_token_says_so_and_keeps_no_signature() =>
        Read(SampleToken.Value + "c2ln").Should().Be(new JwtRecord { Header = SampleToken.Header, Claims = SampleToken.Claims, Signed = true });

    [Theory]
    [InlineData("abc", "The token has 1 dot-separated part(s) in 3 characters; a JWT has 3.")]
    [InlineData("a.b.c.d", "The token has 4 dot-separated part(s) in 7 characters; a JWT has 3.")]
    [InlineData("!!!.e30.", "The header is not base64url of UTF-8 text.")]
    [InlineData("e30._w.", "The claims set is not base64url of UTF-8 text.")]
    [InlineData("e30.W10.", "The claims set is not a JSON object.")]
    [InlineData("e30.e30", "The token has 2 parts; an unsigned JWT ends with a dot and an empty third.")]
    public void What_is_wrong_with_a_token_is_said_without_showing_it(string token, string problem) => Read(token)!.Problem.Should().Be(problem);

    private static JwtRecord? Read(string token) => JwtReader.Read([new("authorization", $"Bearer {token}")]);
}
