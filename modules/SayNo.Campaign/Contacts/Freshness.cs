using SayNo.Content;

namespace SayNo.Campaign.Contacts;

/// <summary>How long ago somebody made sure that a contact is right.</summary>
public enum Freshness
{
    /// <summary>Nobody has checked it yet.</summary>
    NeverChecked,

    Fresh,

    /// <summary>Checked 60 days ago or longer.</summary>
    Amber,

    /// <summary>Checked 90 days ago or longer: shown after the others of its kind, and never alone.</summary>
    Red,
}

/// <summary>Tells the freshness of a contact, and when it changes: in days of the country whose team has checked it.</summary>
public static class ContactFreshness
{
    public const int AmberAfterDays = 60;
    public const int RedAfterDays = 90;

    /// <param name="checkedOn">The country's day on which it was checked.</param>
    /// <param name="scope"><c>EU</c>, or the country.</param>
    /// <param name="now">The moment, UTC.</param>
    public static Freshness Of(DateOnly? checkedOn, string scope, DateTime now)
    {
        if (checkedOn is not { } day)
        {
            return Freshness.NeverChecked;
        }

        var days = TimeZones.DayOf(scope, now).DayNumber - day.DayNumber;

        return days >= RedAfterDays ? Freshness.Red : days >= AmberAfterDays ? Freshness.Amber : Freshness.Fresh;
    }

    /// <summary>The moments at which it changes, UTC.</summary>
    public static IEnumerable<DateTime> Turns(DateOnly? checkedOn, string scope) => checkedOn is { } day
        ? new[] { AmberAfterDays, RedAfterDays }.Where(days => day < DateOnly.MaxValue.AddDays(-days)).Select(days => TimeZones.StartOf(scope, day.AddDays(days)))
        : [];
}
