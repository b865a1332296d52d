using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GpConnect.Assurance.Evidence.Redaction;
using GpConnect.Assurance.Evidence.Tests.Samples;

namespace GpConnect.Assurance.Evidence.Tests;

public sealed class EvidencePackTests : IDisposable
{
    private const string Secret = "correct horse battery staple";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, Func<string, string>> Echoes => RedactionTests.Encodings;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_holds_something_is_refused()
    {
        Directory.CreateDirectory(_folder.Run);
        File.WriteAllText(Path.Combine(_folder.Run, "letter.txt"), "mine");

        var creating = () => EvidencePack.Create(_folder.Run, SampleRun.Begun);

        creating.Should().Throw<EvidenceException>().WithMessage($"The evidence folder {_folder.Run} is not empty: name another one, or remove what is in it.");
        Directory.GetFileSystemEntries(_folder.Run).Should().ContainSingle();
    }

    [Fact]
    public void A_path_that_is_a_file_is_refused_in_one_sentence()
    {
        File.WriteAllText(_folder.Run, "a file");

        var creating = () => EvidencePack.Create(_folder.Run, SampleRun.Begun);

        creating.Should().Throw<EvidenceException>().WithMessage($"The evidence {_folder.Run} could not be written: *");
    }

    [Fact]
    public void A_scenario_is_on_disk_as_soon_as_it_is_appended()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Append(Scenario("a"));

        RunEvidence.Open(_folder.Run).Scenarios().Should().ContainSingle().Which.Id.Should().Be("a");
        _folder.Read(EvidenceFiles.Scenarios).Should().EndWith("\n");
    }

    [Fact]
    public void Scenarios_appended_from_many_threads_are_all_there_each_on_a_line()
    {
        using (var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun))
        {
            Parallel.For(0, 500, i => pack.Append(Scenario($"s{i}") with { Name = "a name\nof two lines" }));
        }

        RunEvidence.Open(_folder.Run).Scenarios().Select(s => s.Id).Should().BeEquivalentTo(Enumerable.Range(0, 500).Select(i => $"s{i}"));
    }

    [Fact]
    public void Records_are_camelCase_with_verdicts_as_words_and_without_nulls()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);
        pack.Append(Scenario("a") with { Checks = [new CheckRecord { Title = "É <b> & 'x'", Verdict = Verdict.Warn }] });

        var line = _folder.Read(EvidenceFiles.Scenarios);

        line.Should().Contain("\"verdict\":\"warn\"").And.Contain("\"durationMs\":1").And.Contain("É <b> & 'x'").And.NotContain("null");
    }

    [Fact]
    public void An_exchange_is_written_as_it_went_over_the_wire()
    {
        var compressed = Gzip("""{"resourceType":"Patient"}"""u8);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nContent-Encoding: gzip\r\n\r\n"u8.ToArray();
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange("e1", [new("Content-Type", "application/fhir+json"), new("Content-Encoding", "gzip")]), new ExchangeContent
        {
            RawRequest = "POST /x HTTP/1.1\r\nHost: provider.example\r\n\r\n"u8.ToArray(),
            RequestBody = "<Patient/>"u8.ToArray(),
            RawResponse = (byte[])[.. head, .. compressed],
            ReceivedBody = compressed,
            Body = """{"resourceType":"Patient"}"""u8.ToArray(),
        });

        _folder.Read("exchanges", "e1", "request.http").Should().Be("POST /x HTTP/1.1\r\nHost: provider.example\r\n\r\n<Patient/>");
        _folder.Read("exchanges", "e1", "request-body.xml").Should().Be("<Patient/>");
        File.ReadAllBytes(Path.Combine(_folder.Run, "exchanges", "e1", "response.http")).Should().Equal([.. head, .. compressed]);
        _folder.Read("exchanges", "e1", "response-body.json").Should().Be("""{"resourceType":"Patient"}""");
        RunEvidence.Open(_folder.Run).Exchange("e1").Redacted.Should().BeEmpty();
    }

    [Theory]
    [InlineData("application/fhir+json; charset=utf-8", "x", "json")]
    [InlineData("application/fhir+xml", "x", "xml")]
    [InlineData("application/xhtml+xml", "x", "html")]
    [InlineData("TEXT/HTML", "x", "html")]
    [InlineData("text/plain", "x", "txt")]
    [InlineData("application/pdf", "x", "bin")]
    [InlineData("../../evil.sh", "x", "bin")]
    [InlineData(null, " {", "json")]
    [InlineData(null, "<", "xml")]
    [InlineData(null, "x", "bin")]
    public void The_file_of_a_body_is_named_by_its_media_type_and_by_nothing_else(string? mediaType, string body, string extension)
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);
        HeaderRecord[] headers = mediaType is null ? [] : [new("Content-Type", mediaType)];

        pack.Write(Exchange("e1", headers), new ExchangeContent { Body = Encoding.UTF8.GetBytes(body) });

        File.Exists(Path.Combine(_folder.Run, "exchanges", "e1", $"response-body.{extension}")).Should().BeTrue();
    }

    [Fact]
    public void An_exchange_without_a_response_has_no_response_files()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange("e1", []) with { Status = null, Error = "The connection was refused." }, new ExchangeContent());

        Directory.GetFiles(Path.Combine(_folder.Run, "exchanges", "e1")).Select(Path.GetFileName).Should().BeEquivalentTo("exchange.json", "request.http");
    }

    [Theory]
    [InlineData("../../escape")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b:c*?\"<>|")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("CON")]
    [InlineData("a\0b")]
    [InlineData("ÄÖÜ\u202E")]
    public void An_id_that_is_not_a_name_stays_in_the_folder_and_is_found_again(string id)
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange(id, []), new ExchangeContent { Body = "x"u8.ToArray() });

        Directory.GetDirectories(Path.Combine(_folder.Run, "exchanges")).Should().ContainSingle().Which.Should().MatchRegex("^.*/exchanges/[A-Za-z0-9-]+$");
        Directory.GetFileSystemEntries(_folder.Root).Should().ContainSingle();
        RunEvidence.Open(_folder.Run).Exchange(id).Id.Should().Be(id);
    }

    [Fact]
    public void An_endless_id_becomes_a_name_of_bounded_length_and_two_of_them_stay_apart()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange(new string('a', 5_000) + "1", []), new ExchangeContent());
        pack.Write(Exchange(new string('a', 5_000) + "2", []), new ExchangeContent());

        Directory.GetDirectories(Path.Combine(_folder.Run, "exchanges")).Should().HaveCount(2).And.OnlyContain(path => Path.GetFileName(path).Length < 100);
    }

    [Fact]
    public void An_id_used_twice_is_refused_and_the_first_exchange_kept()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);
        pack.Write(Exchange("e1", []), new ExchangeContent { Body = "first"u8.ToArray() });

        var again = () => pack.Write(Exchange("e1", []), new ExchangeContent { Body = "second"u8.ToArray() });

        again.Should().Throw<EvidenceException>().WithMessage("The exchange e1 of * was written before: *");
        _folder.Read("exchanges", "e1", "response-body.bin").Should().Be("first");
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public void A_token_that_the_provider_echoes_reaches_no_file(string name, Func<string, string> encode)
    {
        var echoed = encode(SampleToken.Value);
        var body = Encoding.Latin1.GetBytes($"{{\"echo\":\"{echoed}\"}}");
        using (var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun))
        {
            pack.Write(Echo(echoed), new ExchangeContent { ReceivedBody = body, Body = body });
            pack.Append(Scenario("a") with { Exchanges = ["e1"], Checks = [new CheckRecord { Title = "x", Verdict = Verdict.Fail, Actual = SampleToken.Value, Exchange = "e1" }] });
            pack.Finish(SampleRun.Ended);
        }

        foreach (var (path, content) in _folder.Files())
        {
            content.Should().NotContain(echoed, $"{path}, {name}").And.NotContain(SampleToken.Value).And.NotContain(SampleToken.Encode(SampleToken.Claims));
        }
    }

    [Fact]
    public void A_registered_secret_reaches_no_file_from_any_member_of_any_record()
    {
        var body = Encoding.UTF8.GetBytes($"user={Secret}");
        using (var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun with { Options = [Secret], Target = $"https://{Secret}", TargetSoftware = Secret, Environment = Secret }, WithSecret()))
        {
            pack.Write(Echo(Secret) with { Url = $"https://x/?q={Uri.EscapeDataString(Secret)}", ReasonPhrase = Secret, Error = Secret, Tls = new TlsRecord("Tls13", "x", $"CN={Secret}") }, new ExchangeContent
            {
                RawRequest = Encoding.UTF8.GetBytes($"GET /?q={Secret} HTTP/1.1\r\n\r\n"),
                RequestBody = body,
                RawResponse = Encoding.UTF8.GetBytes($"HTTP/1.1 200 {Secret}\r\nX: {Secret}\r\n\r\n"),
                ReceivedBody = body,
                Body = body,
            });
            pack.Append(Scenario("a") with
            {
                Name = Secret,
                Reason = Secret,
                Exchanges = ["e1"],
                Steps = [new StepRecord("Then", Secret, 1, Verdict.Fail, 1, Secret)],
                Checks = [new CheckRecord { Title = Secret, Verdict = Verdict.Fail, Message = Secret, Expected = Secret, Actual = Secret, Location = Secret, Code = Secret, Profile = Secret, Exchange = "e1" }],
            });
            pack.Finish(SampleRun.Ended with { InterruptedBecause = Secret });
        }

        _folder.Files().Should().OnlyContain(file => !file.Content.Contains(Secret) && !file.Content.Contains(Uri.EscapeDataString(Secret)));
    }

    [Fact]
    public void A_secret_inside_a_compressed_body_is_not_kept_in_its_compressed_form()
    {
        var body = Encoding.UTF8.GetBytes($"echo {Secret}");
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun, WithSecret());

        pack.Write(Exchange("e1", [new("Content-Encoding", "gzip")]), new ExchangeContent { ReceivedBody = Gzip(body), Body = body });

        _folder.Read("exchanges", "e1", "response.http").Should().EndWith("\r\n\r\necho [redacted]");
        RunEvidence.Open(_folder.Run).Exchange("e1").Redacted.Should().Contain(["response.http", "response-body.bin"]);
    }

    [Fact]
    public void A_compressed_body_that_cannot_be_decoded_is_left_out_because_it_cannot_be_searched()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange("e1", [new("Content-Encoding", "br")]), new ExchangeContent { ReceivedBody = new byte[37] });

        _folder.Read("exchanges", "e1", "response.http").Should().EndWith("[37 bytes left out: they could not be decoded, and so not be searched for secrets]");
    }

    [Theory]
    [InlineData("gzip", "just text", "just text")]
    [InlineData("br", "\u0001\u0002", "[2 bytes left out: they could not be decoded, and so not be searched for secrets]")]
    public void A_body_in_an_encoding_that_was_not_undone_is_kept_only_when_it_is_plain(string encoding, string body, string kept)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange("e1", [new("Content-Encoding", encoding)]), new ExchangeContent { ReceivedBody = bytes, Body = bytes });

        _folder.Read("exchanges", "e1", "response.http").Should().EndWith("\r\n\r\n" + kept);
        RunEvidence.Open(_folder.Run).ResponseBodyFile("e1").Should().Match(file => (file == null) == (body != kept));
    }

    [Fact]
    public void Of_a_body_that_was_decompressed_in_part_only_that_part_is_kept()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);
        var compressed = Gzip("whole"u8);

        pack.Write(Exchange("e1", [new("Content-Encoding", "gzip")]) with { Error = "The body ended early." }, new ExchangeContent { ReceivedBody = compressed, Body = "who"u8.ToArray() });

        _folder.Read("exchanges", "e1", "response.http").Should().EndWith("\r\n\r\nwho");
    }

    [Fact]
    public void A_raw_response_keeps_its_framing_and_its_interim_heads()
    {
        const string raw = "HTTP/1.1 103 Early Hints\r\nSet-Cookie: a=1\r\n\r\nHTTP/1.1 200 OK\r\nSet-Cookie: b=2\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\nand more";
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange("e1", []), new ExchangeContent { RawResponse = Encoding.ASCII.GetBytes(raw), ReceivedBody = "hello"u8.ToArray(), Body = "hello"u8.ToArray() });

        _folder.Read("exchanges", "e1", "response.http").Should().Be(raw.Replace("=1", "=[redacted]").Replace("=2", "=[redacted]"));
    }

    [Fact]
    public void A_secret_cut_up_by_chunks_is_not_kept_in_its_framed_form()
    {
        var raw = $"HTTP/1.1 200 OK\r\n\r\n5\r\n{Secret[..5]}\r\n{Secret.Length - 5:x}\r\n{Secret[5..]}\r\n0\r\n\r\n";
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun, WithSecret());

        pack.Write(Exchange("e1", []), new ExchangeContent { RawResponse = Encoding.ASCII.GetBytes(raw), ReceivedBody = Encoding.ASCII.GetBytes(Secret) });

        _folder.Read("exchanges", "e1", "response.http").Should().Be("HTTP/1.1 200 OK\r\n\r\n[redacted]");
    }

    [Fact]
    public void What_came_instead_of_a_response_is_kept()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange("e1", []) with { Status = null, Error = "The response is not HTTP." }, new ExchangeContent { RawResponse = "SSH-2.0-OpenSSH_9.6\r\n"u8.ToArray() });

        _folder.Read("exchanges", "e1", "response.http").Should().Be("SSH-2.0-OpenSSH_9.6\r\n");
    }

    [Fact]
    public void Basic_credentials_are_known_again_when_they_are_echoed_apart()
    {
        HeaderRecord[] sent = [new("Authorization", "Basic " + Convert.ToBase64String("someone:hunter2"u8))];
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Write(Exchange("e1", []) with { RequestHeaders = sent }, new ExchangeContent { Body = "your password is hunter2"u8.ToArray() });

        _folder.Read("exchanges", "e1", "response-body.bin").Should().Be("your password is [redacted]");
    }

    [Fact]
    public void What_the_token_claimed_stands_beside_the_exchange()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        var written = pack.Write(Echo("nothing"), new ExchangeContent());

        written.Jwt.Should().Be(new JwtRecord { Header = SampleToken.Header, Claims = SampleToken.Claims, Signed = false });
        written.RequestHeaders.Should().ContainEquivalentOf(new HeaderRecord("Authorization", "Bearer [redacted]"));
        RunEvidence.Open(_folder.Run).Exchange("e1").Should().BeEquivalentTo(written);
    }

    [Fact]
    public void Reports_are_made_from_the_files_and_not_from_memory()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);
        pack.Append(Scenario("a") with { Name = "as it was appended" });
        var path = Path.Combine(_folder.Run, EvidenceFiles.Scenarios);
        File.WriteAllText(path, File.ReadAllText(path).Replace("as it was appended", "as the file says"));

        pack.Finish(SampleRun.Ended);

        _folder.Read(EvidenceFiles.JUnit).Should().Contain("as the file says").And.NotContain("as it was appended");
        _folder.Read(EvidenceFiles.Report).Should().Contain("as the file says").And.NotContain("as it was appended");
    }

    [Fact]
    public void Text_that_is_not_valid_Unicode_is_written_all_the_same()
    {
        using var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun);

        pack.Append(Scenario("a") with { Name = "half a \uD83D pair", Reason = "\uDC00" });
        pack.Finish(SampleRun.Ended);

        JsonDocument.Parse(_folder.Read(EvidenceFiles.Scenarios)).RootElement.GetProperty("name").GetString().Should().Be("half a \uFFFD pair");
    }

    private static Redactor WithSecret()
    {
        var redactor = new Redactor();
        redactor.Add(Secret);
        return redactor;
    }

    private static ExchangeRecord Echo(string echoed) => Exchange("e1", [new("Content-Type", "application/json"), new("X-Echo", echoed), new("Location", $"https://x/?a={echoed}")]) with
    {
        RequestHeaders = [new("Authorization", $"Bearer {SampleToken.Value}"), new("X-Also", echoed)],
    };

    private static ExchangeRecord Exchange(string id, IReadOnlyList<HeaderRecord> responseHeaders) => new()
    {
        Id = id,
        Scenario = "a",
        Method = "GET",
        Url = "https://provider.example/x",
        Status = 200,
        HttpVersion = "1.1",
        ResponseHeaders = responseHeaders,
        Started = SampleRun.Started,
    };

    private static ScenarioRecord Scenario(string id) => new()
    {
        Id = id,
        Pack = "foundations",
        Feature = "Read a patient",
        File = "foundations/read.feature",
        Line = 1,
        Name = id,
        Verdict = Verdict.Pass,
        Started = SampleRun.Started,
        DurationMs = 1,
    };

    private static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }
}
