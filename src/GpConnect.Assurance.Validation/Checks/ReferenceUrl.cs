namespace GpConnect.Assurance.Validation;

/// <summary>What a reference's URL tells by itself.</summary>
internal static class ReferenceUrl
{
    /// <summary>The resource type in <c>[base/]Type/id[/_history/version]</c>; empty when the URL does not tell.</summary>
    internal static ReadOnlySpan<byte> ResourceType(ReadOnlySpan<byte> url)
    {
        var history = url.IndexOf("/_history/"u8);
        var resource = history < 0 ? url : url[..history];
        var slash = resource.LastIndexOf((byte)'/');
        if (slash <= 0)
        {
            return default;
        }

        var path = resource[..slash];
        var type = path[(path.LastIndexOf((byte)'/') + 1)..];
        return IsTypeName(type) && (type.Length == path.Length || path.IndexOf("://"u8) > 0) ? type : default;
    }

    /// <summary>The place of the slash in <c>Type/id</c> without any more, the most common form; -1 for every other.</summary>
    internal static int SlashOfTypeAndId(ReadOnlySpan<byte> url)
    {
        var slash = url.IndexOf((byte)'/');
        return slash > 0 && IsTypeName(url[..slash]) && url[(slash + 1)..].IndexOfAny((byte)'/', (byte)':', (byte)'?') < 0 ? slash : -1;
    }

    /// <summary>Neither absolute nor <c>Type/id</c> (a conditional reference, <c>Type?search</c>, is none of this function's business).</summary>
    internal static bool IsMalformed(ReadOnlySpan<byte> url) =>
        !url.Contains((byte)':') && !url.Contains((byte)'?') && ResourceType(url).IsEmpty;

    private static bool IsTypeName(ReadOnlySpan<byte> type)
    {
        foreach (var character in type)
        {
            if (!char.IsAsciiLetter((char)character))
            {
                return false;
            }
        }

        return type is [>= (byte)'A' and <= (byte)'Z', ..];
    }
}
