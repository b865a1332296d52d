namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Redacts every text of a record.</summary>
internal static class RecordRedaction
{
    public static RunRecord Redact(this Redactor redactor, RunRecord run) => run with
    {
        Target = redactor.Text(run.Target),
        TargetSoftware = redactor.Optional(run.TargetSoftware),
        Options = [.. run.Options.Select(redactor.Text)],
        Environment = redactor.Optional(run.Environment),
        InterruptedBecause = redactor.Optional(run.InterruptedBecause),
    };

    public static ScenarioRecord Redact(this Redactor redactor, ScenarioRecord scenario) => scenario with
    {
        Name = redactor.Text(scenario.Name),
        Reason = redactor.Optional(scenario.Reason),
        Steps = [.. scenario.Steps.Select(redactor.Redact)],
        Checks = [.. scenario.Checks.Select(redactor.Redact)],
    };

    public static ExchangeRecord Redact(this Redactor redactor, ExchangeRecord exchange) => exchange with
    {
        Method = redactor.Text(exchange.Method),
        Url = redactor.Text(exchange.Url),
        RequestHeaders = [.. exchange.RequestHeaders.Select(redactor.Header)],
        ReasonPhrase = redactor.Optional(exchange.ReasonPhrase),
        ResponseHeaders = [.. exchange.ResponseHeaders.Select(redactor.Header)],
        Error = redactor.Optional(exchange.Error),
        Curl = redactor.Optional(exchange.Curl),
        Tls = exchange.Tls is null ? null : exchange.Tls with { ServerSubject = redactor.Optional(exchange.Tls.ServerSubject) },
        Jwt = exchange.Jwt is null ? null : redactor.Redact(exchange.Jwt),
    };

    private static StepRecord Redact(this Redactor redactor, StepRecord step) =>
        step with { Text = redactor.Text(step.Text), Error = redactor.Optional(step.Error) };

    private static CheckRecord Redact(this Redactor redactor, CheckRecord check) => check with
    {
        Title = redactor.Text(check.Title),
        Message = redactor.Optional(check.Message),
        Expected = redactor.Optional(check.Expected),
        Actual = redactor.Optional(check.Actual),
        Location = redactor.Optional(check.Location),
        Code = redactor.Optional(check.Code),
        Profile = redactor.Optional(check.Profile),
    };

    private static JwtRecord Redact(this Redactor redactor, JwtRecord jwt) =>
        jwt with { Header = redactor.Optional(jwt.Header), Claims = redactor.Optional(jwt.Claims) };

    private static string? Optional(this Redactor redactor, string? text) => text is null ? null : redactor.Text(text);
}
