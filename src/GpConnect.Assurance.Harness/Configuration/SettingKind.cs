namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>What a setting's value must be.</summary>
public enum SettingKind
{
    Text,

    /// <summary>A list in the file, or one text; separated by commas in an environment variable.</summary>
    Texts,

    /// <summary>An absolute http or https URL.</summary>
    Url,

    /// <summary>An absolute http or https URL that others are appended to: no query, no fragment, no credentials; a slash at its end is dropped.</summary>
    RootUrl,

    /// <summary>Path of a file, relative to the configuration file's folder, or to the current one in an environment variable.</summary>
    File,

    /// <summary>A text that may only come from an environment variable.</summary>
    Secret,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A number with <c>ms</c>, <c>s</c> or <c>m</c>; seconds without.</summary>
    Duration,

    /// <summary>A number of bytes, or with <c>KiB</c> or <c>MiB</c>.</summary>
    Size,

    /// <summary>Names with texts; in an environment variable as YAML, <c>{family: Smith}</c>.</summary>
    Values,
}
