using System.Buffers.Text;
using System.Text;

namespace GpConnect.Assurance.Evidence.Tests.Samples;

/// <summary>A token as a consumer sends it: unsigned, with claims of a made-up practitioner.</summary>
internal static class SampleToken
{
    public const string Header = """{"alg":"none","typ":"JWT"}""";

    public const string Claims = """{"iss":"https://consumer.example/","sub":"1","aud":"https://provider.example/STU3/1","exp":1775038800,"iat":1775038500,"reason_for_request":"directcare","requested_scope":"patient/*.read"}""";

    public static string Value { get; } = $"{Encode(Header)}.{Encode(Claims)}.";

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
