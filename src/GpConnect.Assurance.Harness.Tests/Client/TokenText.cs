using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Harness.Tests.Client;

/// <summary>Takes an encoded token apart.</summary>
internal static class TokenText
{
    public static JsonNode Part(string token, int index) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[index]))!;

    public static JsonNode Claims(string? authorization) => Part(authorization!["Bearer ".Length..], 1);
}
