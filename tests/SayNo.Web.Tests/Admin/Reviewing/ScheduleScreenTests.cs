using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin.Reviewing;

public sealed class ScheduleScreenTests : IAsyncLifetime
{
    private static readonly TimeZoneInfo Berlin = TimeZones.Of("DE");

    private TextsUnderReview _texts = null!;

    public async Task InitializeAsync()
    {
        _texts = await TextsUnderReview.StartAsync();
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
    }

    public async Task DisposeAsync() => await _texts.DisposeAsync();

    private string Screen => TextsUnderReview.Path(_texts.Contact, "en", "schedule");

    // The years to come: clocks change on the last Sundays of March and October.
    private int Year => _texts.Site.Clock.GetUtcNow().Year + 1;

    [Fact]
    public async Task A_moment_is_read_in_the_time_of_the_country_and_shown_with_its_zone()
    {
        var page = await _texts.Bea.GetPageAsync(Screen);

        var after = await _texts.Bea.SubmitAsync(page, "Plan the publication", ("Day", $"{Year}-07-01"), ("Time", "08:30"));

        var plan = Assert.Single(await PlansAsync());
        Assert.Contains("Europe/Berlin", page.Page.GetElementById("publish-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((new DateTime(Year, 7, 1, 6, 30, 0, DateTimeKind.Utc), ScheduledKind.Publish), (plan.DueAt, plan.Kind));
        Assert.Contains("8:30", after.Page.QuerySelector(".sn-plan")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("UTC+2", after.Page.QuerySelector(".sn-plan")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The plan was kept", after.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_that_the_clocks_leave_out_is_refused_with_a_sentence()
    {
        var refused = await PlanAsync(Changing(3), "02:30");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var (sentence, field) = Assert.Single(refused.Problems);
        Assert.Equal("In that night the clocks are put forward from 02:00 to 03:00, so there is no 02:30. Choose another time.", sentence);
        Assert.Equal("#publish-Time", field);
        Assert.Equal("02:30", refused.Value("publish-Time"));
        Assert.Empty(await PlansAsync());
    }

    [Theory]
    [InlineData("first", 0)]
    [InlineData("second", 1)]
    public async Task Of_an_hour_that_comes_twice_the_editor_chooses_one(string turn, int utcHour)
    {
        var asked = await PlanAsync(Changing(10), "02:30");
        Assert.Contains("02:30 comes twice", Assert.Single(asked.Problems).Sentence, StringComparison.Ordinal);
        var zones = asked.Page.QuerySelectorAll("fieldset label").Select(label => label.TextContent.Split("UTC+")[1].TrimEnd(')'));
        Assert.Equal(["2:00", "1:00"], zones);

        await _texts.Bea.SubmitAsync(asked, "Plan the publication", ("Turn", turn));

        Assert.Equal(Changing(10).ToDateTime(new(utcHour, 30), DateTimeKind.Utc), Assert.Single(await PlansAsync()).DueAt);
    }

    [Theory]
    [InlineData("2020-01-01", "08:30", "#publish-Day")]
    [InlineData("", "08:30", "#publish-Day")]
    [InlineData("2030-02-30", "08:30", "#publish-Day")]
    [InlineData("9999-12-31", "23:59", "#publish-Day")]
    [InlineData("0001-01-01", "00:00", "#publish-Day")]
    [InlineData("2030-01-01", "", "#publish-Time")]
    [InlineData("2030-01-01", "25:00", "#publish-Time")]
    [InlineData("2030-01-01", "<script>", "#publish-Time")]
    public async Task A_moment_that_cannot_be_or_has_passed_is_refused_beside_its_field(string day, string time, string field)
    {
        var page = await _texts.Bea.GetPageAsync(Screen);

        var refused = await _texts.Bea.SubmitAsync(page, "Plan the publication", ("Day", day), ("Time", time));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(field, Assert.Single(refused.Problems).Field);
        Assert.Equal("true", refused.Page.QuerySelector(field)!.GetAttribute("aria-invalid"));
        Assert.Equal((day, time), (refused.Value("publish-Day") ?? "", refused.Value("publish-Time") ?? ""));
        Assert.Empty(await PlansAsync());
    }

    [Fact]
    public async Task A_plan_can_be_called_off()
    {
        var planned = await PlanAsync(new(Year, 7, 1), "08:30");

        var after = await _texts.Bea.SubmitAsync(planned, EndButton(planned));

        Assert.Equal(ScheduledState.Cancelled, Assert.Single(await PlansAsync()).State);
        Assert.Contains("called off on", after.Page.QuerySelector("main details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_said_with_its_reason_and_can_be_put_aside()
    {
        await PlanAsync(new(Year, 7, 1), "08:30");
        await _texts.Site.ReadAsync(db => db.Schedule.ExecuteUpdateAsync(set => set
            .SetProperty(act => act.State, ScheduledState.Failed).SetProperty(act => act.Problem, "There is a newer version.")));

        var page = await _texts.Bea.GetPageAsync(Screen);
        var after = await _texts.Bea.SubmitAsync(page, EndButton(page));

        Assert.Contains("was not: There is a newer version.", page.Page.QuerySelector(".sn-plan")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Put aside", page.Page.QuerySelector(".sn-plan button")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(after.Page.QuerySelectorAll(".sn-plan"));
    }

    [Fact]
    public async Task The_end_can_be_planned_for_what_is_public()
    {
        var page = await _texts.Bea.GetPageAsync(Screen);

        await _texts.Bea.SubmitAsync(page, "Plan the end", ("Day", $"{Year}-12-24"), ("Time", "18:00"));

        var plan = Assert.Single(await PlansAsync());
        Assert.Equal((ScheduledKind.Unpublish, new DateTime(Year, 12, 24, 17, 0, 0, DateTimeKind.Utc)), (plan.Kind, plan.DueAt));
    }

    [Fact]
    public async Task A_plan_for_a_version_that_is_not_the_newest_any_more_is_refused()
    {
        var page = await _texts.Bea.GetPageAsync(Screen);
        var newer = await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Gratis.");

        var refused = await _texts.Bea.SubmitAsync(page, "Plan the publication", ("Day", $"{Year}-07-01"), ("Time", "08:30"));

        Assert.Contains($"version {newer.Number}", Assert.Single(refused.Problems).Sentence, StringComparison.Ordinal);
        Assert.Empty(await PlansAsync());
    }

    [Fact]
    public async Task Whoever_only_writes_plans_nothing()
    {
        var page = await _texts.Ada.GetPageAsync(Screen);
        var draft = await _texts.NewestAsync(_texts.Contact, "en");

        var refused = await _texts.Ada.PostAsync($"{Screen}?handler=publish",
            ("form-token", page.FormToken!), ("VersionId", draft.Id), ("Day", $"{Year}-07-01"), ("Time", "08:30"));

        Assert.Empty(page.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task Another_country_cannot_call_off_a_plan_by_its_id()
    {
        await PlanAsync(new(Year, 7, 1), "08:30");
        var plan = Assert.Single(await PlansAsync());
        using var french = await _texts.Site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "FR"));
        var own = _texts.Site.Published.Public.OfType("CountryPage", "FR").First();
        var token = (await french.GetPageAsync("/admin")).FormToken!;

        var refused = await french.PostAsync(
            $"{TextsUnderReview.Path(own.Id, "", "schedule")}?handler=cancel", ("form-token", token), ("PlanId", plan.Id));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(ScheduledState.Waiting, Assert.Single(await PlansAsync()).State);
    }

    private async Task<Accounts.Answer> PlanAsync(DateOnly day, string time) => await _texts.Bea.SubmitAsync(
        await _texts.Bea.GetPageAsync(Screen), "Plan the publication",
        ("Day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Time", time));

    private Task<List<ScheduledAct>> PlansAsync() => _texts.Site.ReadAsync(db => db.Schedule.AsNoTracking().ToListAsync());

    // As the browser of the tests compares texts: with plain blanks only.
    private static string EndButton(Accounts.Answer page) =>
        string.Join(' ', page.Page.QuerySelector(".sn-plan button")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private DateOnly Changing(int month)
    {
        var last = new DateOnly(Year, month, 31);
        var sunday = last.AddDays(-(int)last.DayOfWeek);
        Assert.True(Berlin.IsInvalidTime(sunday.ToDateTime(new(2, 30))) || Berlin.IsAmbiguousTime(sunday.ToDateTime(new(2, 30))));

        return sunday;
    }
}
