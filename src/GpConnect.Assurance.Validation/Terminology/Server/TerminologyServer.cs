using System.Collections.Concurrent;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// A FHIR STU3 terminology server, asked with <c>GET [base]/ValueSet/$validate-code?url=&amp;system=&amp;code=</c>. Each question is asked once and the
/// answer kept; the server is not trusted, so time, size and number are bounded, and a redirect is not followed.
/// </summary>
public sealed class TerminologyServer : ITerminologyService, IDisposable
{
    private readonly ConcurrentDictionary<Question, Lazy<CodeAnswer>> _answers = new();
    private readonly HttpClient _http;
    private readonly TerminologyLimits _limits;
    private readonly Uri _operation;
    private int _questions;
    private int _failuresInARow;
    private long _waitedTicks;

    /// <param name="baseUrl">The server's FHIR base.</param>
    /// <exception cref="ArgumentException">It is no absolute http or https URL, or has credentials, a query or a fragment; the message is a sentence.</exception>
    public TerminologyServer(string baseUrl, TerminologyLimits? limits = null)
    {
        _operation = new Uri(Base(baseUrl) + "/ValueSet/$validate-code");
        _limits = limits ?? new TerminologyLimits();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxResponseHeadersLength = 64 })
        {
            Timeout = _limits.Timeout,
            MaxResponseContentBufferSize = _limits.MaxAnswerBytes,
        };
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/fhir+json");
    }

    /// <summary>Questions sent so far.</summary>
    public int Questions => Math.Min(Volatile.Read(ref _questions), _limits.MaxQuestions);

    public CodeAnswer ValidateCode(string valueSet, string system, string code)
    {
        var question = new Question(valueSet, system, code);
        if (_answers.TryGetValue(question, out var known))
        {
            return known.Value;
        }

        // Once the server is not asked any more, nothing needs to be remembered of what would have been asked.
        return GivenUp() is { } reason
            ? CodeAnswer.Unanswered(reason)
            : _answers.GetOrAdd(question, asked => new Lazy<CodeAnswer>(() => Ask(asked))).Value;
    }

    public void Dispose() => _http.Dispose();

    private string? GivenUp() =>
        Volatile.Read(ref _failuresInARow) >= _limits.MaxFailuresInARow ? $"the terminology server failed {_limits.MaxFailuresInARow} times in a row and is not asked any more"
        : Volatile.Read(ref _questions) >= _limits.MaxQuestions ? $"the terminology server was asked {_limits.MaxQuestions} questions, and no more are asked"
        : TimeSpan.FromTicks(Interlocked.Read(ref _waitedTicks)) >= _limits.TotalTime ? $"the terminology server took {_limits.TotalTime.TotalSeconds:0} s altogether and is not asked any more"
        : null;

    private CodeAnswer Ask(Question question)
    {
        if (Interlocked.Increment(ref _questions) > _limits.MaxQuestions)
        {
            return CodeAnswer.Unanswered(GivenUp()!);
        }

        var started = TimeProvider.System.GetTimestamp();
        var answer = Send(question);
        Interlocked.Add(ref _waitedTicks, TimeProvider.System.GetElapsedTime(started).Ticks);
        return answer;
    }

    private CodeAnswer Send(Question question)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, question.Url(_operation));
            // The whole answer is taken here, so that time-out and size limit hold for it.
            using var response = _http.Send(request, HttpCompletionOption.ResponseContentRead);
            var status = (int)response.StatusCode;
            if (status is >= 500 or 401 or 403 or 429)
            {
                return Failed($"the terminology server answered with status {status}");
            }

            Interlocked.Exchange(ref _failuresInARow, 0);
            return status == 200
                ? ValidateCodeAnswer.Read(response.Content.ReadAsStream())
                : CodeAnswer.Unanswered($"the terminology server answered with status {status}");
        }
        catch (OperationCanceledException)
        {
            return Failed($"the terminology server did not answer within {_limits.Timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException e)
        {
            return Failed(e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? $"the terminology server's answer is longer than {_limits.MaxAnswerBytes} bytes"
                : $"the terminology server cannot be asked ({e.HttpRequestError})");
        }
        catch (IOException)
        {
            return Failed("the terminology server broke off its answer");
        }
    }

    private CodeAnswer Failed(string reason)
    {
        Interlocked.Increment(ref _failuresInARow);
        return CodeAnswer.Unanswered(reason);
    }

    private static string Base(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri is { UserInfo: "", Query: "", Fragment: "" }
            ? url.TrimEnd('/')
            : throw new ArgumentException($"\"{url}\" is no FHIR base of a terminology server; write an absolute http or https URL without credentials or query, such as https://terminology.example/fhir.");

    private readonly record struct Question(string ValueSet, string System, string Code)
    {
        internal Uri Url(Uri operation) =>
            new($"{operation}?url={Uri.EscapeDataString(ValueSet)}&system={Uri.EscapeDataString(System)}&code={Uri.EscapeDataString(Code)}");
    }
}
