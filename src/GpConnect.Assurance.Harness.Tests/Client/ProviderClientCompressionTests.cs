using System.IO.Compression;
using System.Text;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using static GpConnect.Assurance.Harness.Tests.Client.Sending;

namespace GpConnect.Assurance.Harness.Tests.Client;

public class ProviderClientCompressionTests
{
    private static readonly LimitSettings Limits = new() { DecompressedBytes = 100_000 };

    private static readonly string Plain = string.Join(',', Enumerable.Range(0, 200));

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    [InlineData("deflate, bare")]
    [InlineData("br")]
    public async Task A_compressed_body_is_kept_as_it_came_and_decompressed(string coding)
    {
        var compressed = Compress(Encoding.UTF8.GetBytes(Plain), coding);

        var exchange = await AnswerAsync(coding.Split(',')[0], compressed);

        exchange.Failure.Should().BeNull();
        exchange.Response!.ReceivedBody.ToArray().Should().Equal(compressed);
        exchange.Response.Body.Text().Should().Be(Plain);
        exchange.ToRecord("e", "s").Should().BeEquivalentTo(new { ReceivedBodyLength = (long)compressed.Length, BodyLength = (long)Plain.Length });
    }

    [Fact]
    public async Task Codings_one_over_the_other_are_undone_from_the_last()
    {
        var compressed = Compress(Compress(Encoding.UTF8.GetBytes(Plain), "br"), "gzip");

        var exchange = await AnswerAsync("br, gzip", compressed);

        exchange.Response!.Body.Text().Should().Be(Plain);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("zstd")]
    [InlineData("gzip, unheard-of")]
    [InlineData("br, br, br, br, br")]
    [InlineData("")]
    public async Task A_coding_that_is_none_or_unknown_leaves_the_body_as_it_came(string coding)
    {
        var exchange = await AnswerAsync(coding, Encoding.UTF8.GetBytes(Plain));

        exchange.Failure.Should().BeNull();
        exchange.Response!.Body.Text().Should().Be(Plain);
    }

    [Fact]
    public async Task An_empty_body_is_nothing_to_decompress()
    {
        var exchange = await AnswerAsync("gzip", []);

        exchange.Failure.Should().BeNull();
        exchange.Response!.Body.Length.Should().Be(0);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_decompression_bomb_is_not_let_off(string coding)
    {
        var bomb = Compress(new byte[50_000_000], coding);

        var exchange = await AnswerAsync(coding, bomb);

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.DecompressionBomb,
            $"The body of {bomb.Length:N0} bytes of {coding} grows beyond the 100,000 bytes allowed when decompressed."));
        exchange.Response!.Status.Should().Be(200);
        exchange.Response.ReceivedBody.Length.Should().Be(bomb.Length);
        exchange.Response.Body.Length.Should().BeLessThanOrEqualTo(100_000);
    }

    [Fact]
    public async Task A_bomb_inside_a_bomb_is_not_let_off()
    {
        var exchange = await AnswerAsync("gzip, gzip", Compress(Compress(new byte[50_000_000], "gzip"), "gzip"));

        exchange.Failure!.Kind.Should().Be(ExchangeFailureKind.DecompressionBomb);
    }

    [Theory]
    [InlineData(100_000, null)]
    [InlineData(100_001, ExchangeFailureKind.DecompressionBomb)]
    public async Task A_body_may_grow_as_far_as_allowed_and_not_a_byte_more(int length, ExchangeFailureKind? failure)
    {
        var exchange = await AnswerAsync("gzip", Compress(new byte[length], "gzip"));

        exchange.Failure?.Kind.Should().Be(failure);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_is_not_compressed_as_it_says_is_told_as_that(string coding)
    {
        var exchange = await AnswerAsync(coding, Encoding.UTF8.GetBytes("{\"resourceType\":\"Patient\"}"));

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.ProtocolError, $"The response says Content-Encoding: {coding}, but its body cannot be decompressed as that."));
        exchange.Response!.ReceivedBody.Text().Should().Be("{\"resourceType\":\"Patient\"}");
    }

    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 12)]
    [InlineData("gzip", 200)]
    [InlineData("deflate", 1)]
    [InlineData("deflate", 200)]
    [InlineData("br", 1)]
    [InlineData("br", 200)]
    public async Task A_compressed_body_cut_short_is_told_as_that(string coding, int cut)
    {
        var exchange = await AnswerAsync(coding, Compress(Encoding.UTF8.GetBytes(Plain), coding)[..^cut]);

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.ProtocolError, $"The response says Content-Encoding: {coding}, but its body ends before the compressed data does."));
    }

    [Fact]
    public async Task Gzip_members_one_after_the_other_are_one_body()
    {
        byte[] members = [.. Compress(Encoding.UTF8.GetBytes(Plain), "gzip"), .. Compress("the end"u8.ToArray(), "gzip")];

        var exchange = await AnswerAsync("gzip", members);

        exchange.Failure.Should().BeNull();
        exchange.Response!.Body.Text().Should().Be(Plain + "the end");
    }

    private static async Task<Exchange> AnswerAsync(string coding, byte[] body)
    {
        var head = $"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {body.Length}\r\n\r\n";
        await using var server = HostileServer.AnsweringOnce(Encoding.Latin1.GetBytes(head), body);
        return await SendAsync(server, Limits);
    }

    private static byte[] Compress(byte[] plain, string coding)
    {
        var compressed = new MemoryStream();
        using (Stream compressor = coding switch
        {
            "br" => new BrotliStream(compressed, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Optimal),
            "deflate, bare" => new DeflateStream(compressed, CompressionLevel.Optimal),
            _ => new GZipStream(compressed, CompressionLevel.Optimal),
        })
        {
            compressor.Write(plain);
        }

        return compressed.ToArray();
    }
}
