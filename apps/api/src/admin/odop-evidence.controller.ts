import { Controller, Delete, Get, HttpCode, Param, Post, Query, RawBody, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AttachEvidenceFile, EvidenceFilesQuery, RemoveEvidenceFile } from '#odop';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, Of, Refuses, Takes } from '#platform/http';
import { fileBytes_max, fileTypes } from '#platform/uploads';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { evidenceFile, evidenceFiles, newEvidenceFileQuery, viewOfEvidenceFile } from './odop-evidence.schema.js';

/** The papers a dossier rests on, for the desks that decide on it and the office that handed them in. @rule S-42 S-58 */
@Controller('v1/admin/odop-entries/:id/evidence-files')
@Of(EvidenceFilesQuery, (files, tx, id) => files.of(tx, id))
export class AdminOdopEvidenceController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: EvidenceFilesQuery,
    private readonly attach: AttachEvidenceFile,
    private readonly remove: RemoveEvidenceFile,
  ) {}

  @Post()
  @Does('Upload a paper of a proposal: JPEG, PNG, WebP or PDF, at most 5 MiB; the virus scanner looks at it next')
  @Allow('odop:propose')
  @Takes(fileTypes, fileBytes_max)
  @Answers(201, evidenceFile)
  @Refuses(
    'odop_entry_not_found',
    'outside_your_desk',
    'illegal_transition',
    'evidence_unknown',
    'evidence_file_unknown',
    'too_many_evidence_files',
    'file_unreadable',
    'file_too_large',
    'file_unsafe',
  )
  async add(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: newEvidenceFileQuery }) query: z.infer<typeof newEvidenceFileQuery>,
    @RawBody() bytes: Buffer | undefined,
  ) {
    const fileId = await this.attach.run(id, query, bytes ?? Buffer.alloc(0));
    const rows = await this.work.run((tx) => this.files.of(tx, id));
    return created(
      `/v1/admin/odop-entries/${id}/evidence-files/${fileId}`,
      viewOfEvidenceFile(rows.find((row) => row.id === fileId)!),
    );
  }

  @Get()
  @Does('Papers of an ODOP entry; none for an office that neither decides on it nor handed them in')
  @Allow('odop:desk')
  @Answers(200, evidenceFiles)
  @Refuses('odop_entry_not_found')
  async all(@Param('id', { schema: z.uuid() }) id: string) {
    return { items: (await this.work.run((tx) => this.files.of(tx, id))).map(viewOfEvidenceFile) };
  }

  @Get(':fileId')
  @Does('One of them, to save; that you looked is recorded')
  @Allow('odop:desk')
  @AnswersFile()
  @Refuses('odop_entry_not_found', 'evidence_file_unknown', 'evidence_file_not_scanned', 'evidence_file_infected')
  async one(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { file, bytes } = await this.work.run((tx) => this.files.read(tx, id, fileId));
    return sendFile(reply, { name: `evidence-${file.id}`, type: file.content_type }, bytes);
  }

  @Delete(':fileId')
  @Does('Take one out of a proposal; it is destroyed')
  @Allow('odop:propose')
  @HttpCode(204)
  @Answers(204)
  @Refuses('odop_entry_not_found', 'outside_your_desk', 'illegal_transition', 'evidence_file_unknown')
  async takeAway(@Param('id', { schema: z.uuid() }) id: string, @Param('fileId', { schema: z.uuid() }) fileId: string) {
    await this.remove.run(id, fileId);
  }
}
