import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  AskWithdrawal,
  CorrectGiFlag,
  DecideOdopEntry,
  DossiersQuery,
  EditDossier,
  KeepEntry,
  odopDeskKey,
  ProposeOdopChange,
  ProposeOdopEntry,
} from '#odop';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Does,
  IfMatch,
  OfNobody,
  pageOf,
  Pages,
  Refuses,
  withEtag,
  type Precondition,
  Of,
} from '#platform/http';
import {
  changeBody,
  completionBody,
  dossierBody,
  giFlagBody,
  nationalDecisionBody,
  odopDeskQuery,
  odopDossier,
  odopEntryOnDesk,
  proposalBody,
  stateDecisionBody,
  viewOfDeskRow,
  viewOfDossier,
} from './odop-entries.schema.js';

const id = z.uuid();

/** What a district is known for, from its officer's proposal to the national list. @rule SM-2 */
@OfNobody('the register hides nothing from its officers; each step asks whose it is')
@Controller('v1/admin/odop-entries')
@Of(DossiersQuery, (dossiers, tx, entryId) => dossiers.one(tx, entryId))
export class AdminOdopEntriesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly dossiers: DossiersQuery,
    private readonly proposeEntry: ProposeOdopEntry,
    private readonly proposeChange: ProposeOdopChange,
    private readonly editDossier: EditDossier,
    private readonly decideEntry: DecideOdopEntry,
    private readonly askWithdrawal: AskWithdrawal,
    private readonly keepEntry: KeepEntry,
    private readonly correctGi: CorrectGiFlag,
  ) {}

  @Get()
  @Does('ODOP entries of your area in a state, the longest waiting first')
  @Allow('odop:desk')
  @Answers(200, pageOf(odopEntryOnDesk))
  async onDesk(@Query({ schema: odopDeskQuery }) query: z.infer<typeof odopDeskQuery>) {
    const request = this.pages.read({ ...query, count: false }, odopDeskKey);
    const rows = await this.work.run((tx) => this.dossiers.onDesk(tx, query.status, request, query.withdrawalAsked));
    return this.pages.of(request, rows, (row) => [row.since_key, row.id], viewOfDeskRow);
  }

  @Get(':id')
  @Does('An ODOP entry with its names, stories, papers and history')
  @Allow('odop:desk')
  @Answers(200, odopDossier)
  @Refuses('odop_entry_not_found')
  one(@Param('id', { schema: id }) entryId: string) {
    return this.view(entryId);
  }

  @Post()
  @Does('Propose a further product of a district')
  @Allow('odop:propose')
  @Answers(201, odopDossier)
  @Refuses('district_not_listed', 'district_ended', 'outside_your_desk', 'entry_already_listed', 'gi_unknown')
  async propose(@Body({ schema: proposalBody }) body: z.infer<typeof proposalBody>) {
    const entryId = await this.proposeEntry.run(body);
    const dossier = await this.read(entryId);
    return created(`/v1/admin/odop-entries/${entryId}`, viewOfDossier(dossier), dossier.version);
  }

  @Post(':id/changes')
  @Does('Propose a new version of a live entry; the old one stays live until the new one is')
  @Allow('odop:propose')
  @Answers(201, odopDossier)
  @Refuses('odop_entry_not_found', 'outside_your_desk', 'illegal_transition', 'change_already_proposed', 'gi_unknown')
  async change(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: changeBody }) body: z.infer<typeof changeBody>,
  ) {
    const dossier = await this.read(await this.proposeChange.run(entryId, body.change, body.reason));
    return created(`/v1/admin/odop-entries/${dossier.id}`, viewOfDossier(dossier), dossier.version);
  }

  @Patch(':id')
  @Does('Add to a proposal: what is given replaces what was there, papers are added')
  @Allow('odop:propose')
  @Answers(200, odopDossier)
  @Refuses('odop_entry_not_found', 'outside_your_desk', 'illegal_transition', 'gi_unknown')
  async edit(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: dossierBody }) body: z.infer<typeof dossierBody>,
    @IfMatch() seen: Precondition,
  ) {
    await this.editDossier.run(entryId, body, (version) => seen.check(version));
    return this.view(entryId);
  }

  @Post(':id/completion')
  @Does('Hand a complete dossier to the State')
  @Allow('odop:propose')
  @HttpCode(200)
  @Answers(200, odopDossier)
  @Refuses('odop_entry_not_found', 'outside_your_desk', 'illegal_transition', 'dossier_incomplete')
  async complete(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: completionBody }) body: z.infer<typeof completionBody>,
  ) {
    await this.decideEntry.run(entryId, 'complete_dossier', body);
    return this.view(entryId);
  }

  @Post(':id/state-decisions')
  @Does('The State decides: approve, return, reject, suspend, resume; or asks for the end of a live entry')
  @Allow('odop:approve')
  @HttpCode(200)
  @Answers(200, odopDossier)
  @Refuses(
    'odop_entry_not_found',
    'outside_your_desk',
    'same_officer_twice',
    'illegal_transition',
    'dossier_incomplete',
    'withdrawal_asked_already',
  )
  async decideAsState(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: stateDecisionBody }) { decision, ...words }: z.infer<typeof stateDecisionBody>,
  ) {
    if (decision === 'ask_withdrawal') await this.askWithdrawal.run(entryId, words.reason);
    else await this.decideEntry.run(entryId, decision, words);
    return this.view(entryId);
  }

  @Post(':id/national-decisions')
  @Does(
    'The national programme desk decides: confirm, query, suspend, resume, withdraw what a State asked to, or keep it',
  )
  @Allow('odop:confirm')
  @HttpCode(200)
  @Answers(200, odopDossier)
  @Refuses(
    'odop_entry_not_found',
    'outside_your_desk',
    'same_officer_twice',
    'illegal_transition',
    'effective_day_passed',
    'withdrawal_not_asked',
  )
  async decideNationally(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: nationalDecisionBody }) { decision, ...words }: z.infer<typeof nationalDecisionBody>,
  ) {
    if (decision === 'keep') await this.keepEntry.run(entryId, words.reason);
    else await this.decideEntry.run(entryId, decision, words);
    return this.view(entryId);
  }

  @Put(':id/gi-flag')
  @Does('Set right what the published list says about a GI')
  @Allow('odop:desk')
  @Answers(200, odopDossier)
  @Refuses('odop_entry_not_found', 'outside_your_desk', 'illegal_transition')
  async flag(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: giFlagBody }) body: z.infer<typeof giFlagBody>,
  ) {
    await this.correctGi.run(entryId, body.gi, body.reason);
    return this.view(entryId);
  }

  private read(entryId: string) {
    return this.work.run((tx) => this.dossiers.one(tx, entryId));
  }

  private async view(entryId: string) {
    const dossier = await this.read(entryId);
    return withEtag(dossier.version, viewOfDossier(dossier));
  }
}
