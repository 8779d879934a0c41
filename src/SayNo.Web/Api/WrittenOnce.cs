using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SayNo.Web.Api;

/// <summary>
/// The JSON of immutable objects that many answers are made of: written at first use, then copied, and forgotten together with the object.
/// Each object is written in one way only.
/// </summary>
public static class WrittenOnce
{
    private static readonly ConditionalWeakTable<object, byte[]> Written = [];

    public static void Write<T>(Utf8JsonWriter json, T value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (!Written.TryGetValue(value, out var bytes))
        {
            bytes = ApiJson.Bytes(inner => write(inner, value));
            Written.AddOrUpdate(value, bytes);
        }

        json.WriteRawValue(bytes, skipInputValidation: true);
    }
}
