package rinha.avaliador.regras;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.conversa.Desfecho;
import rinha.avaliador.conversa.Troca;

/// As datas do extrato: o formato, e se dizem a hora certa.
final class RegrasDeDatas {

    private static final int CLIENTE = 5;
    private static final Duration PERTO = Duration.ofSeconds(60);

    private RegrasDeDatas() {
    }

    static List<Prova> todas() {
        return List.of(datasIso(), dataDoExtrato());
    }

    private static Prova datasIso() {
        Regra regra = new Regra("C34-datas-iso-utc", "data_extrato e realizada_em são ISO-8601 em UTC",
                "Data sem fuso quer dizer uma hora em cada máquina.", "\"data_extrato\": \"2024-01-17T02:34:41.217753Z\"", Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            exame.api().aceitar(CLIENTE, "c", 1, "data");
            Extrato e = exame.api().extrato(CLIENTE);
            List<String> datas = new ArrayList<>(List.of(e.data()));
            e.ultimas().forEach(l -> datas.add(l.quando()));
            List<String> erradas = datas.stream().filter(d -> instante(d).isEmpty()).toList();
            exame.exigir(erradas.isEmpty(), exame.api().pedidoDoExtrato(CLIENTE), String.join(", ", erradas.stream().limit(2).toList()),
                    "como 2024-01-17T02:34:41.217753Z", Dica.de("a data sai no fuso local, sem fuso, ou no formato do banco",
                            "guarde o instante (timestamptz) e escreva em ISO-8601 com Z"));
        });
    }

    private static Prova dataDoExtrato() {
        Regra regra = new Regra("C35-data-do-extrato", "data_extrato é a hora da consulta, e realizada_em a da transação",
                "Um extrato guardado em cache mostra um saldo que já passou.",
                "data_extrato deve ser a data/hora da consulta do extrato; realizada_em deve ser a data/hora da realização da transação", Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            Instant antes = hora(exame.api().pedir(Api.extrato(String.valueOf(CLIENTE))));
            exame.api().aceitar(CLIENTE, "c", 1, "hora");
            Troca t = exame.api().pedir(Api.extrato(String.valueOf(CLIENTE)));
            Instant agora = hora(t);
            Extrato e = exame.api().ler(CLIENTE, t);
            Instant data = instante(e.data()).orElseThrow(() -> new Impedimento("data_extrato não é ISO-8601 em UTC; veja C34"));
            exame.exigir(perto(agora, data, agora), t.enviado(), "data_extrato " + data, "perto de " + agora + " (até 60 s)",
                    Dica.de("hora local escrita com Z, ou um extrato guardado em cache", "gere a data a cada consulta, em UTC"));
            // A mais nova: de uma avaliação anterior podem ter sobrado outras.
            e.ultimas().stream().filter(l -> l.descricao().equals("hora")).flatMap(l -> instante(l.quando()).stream()).max(Instant::compareTo)
                    .ifPresent(feita -> exame.exigir(perto(antes, feita, agora), "crédito «hora», depois " + t.enviado(), "realizada_em " + feita,
                            "de " + antes + " a " + agora + " (até 60 s antes ou depois)", Dica.de("realizada_em é fixa, ou é uma hora local escrita com Z",
                                    "guarde o instante em que a transação foi gravada, em UTC")));
        });
    }

    private static boolean perto(Instant antes, Instant data, Instant depois) {
        return !data.isBefore(antes.minus(PERTO)) && !data.isAfter(depois.plus(PERTO));
    }

    /// O instante escrito em ISO-8601 e em UTC; vazio se o texto é outra coisa.
    static Optional<Instant> instante(String texto) {
        try {
            OffsetDateTime data = OffsetDateTime.parse(texto);
            return data.getOffset().equals(ZoneOffset.UTC) ? Optional.of(data.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// O relógio que vale é o do servidor, quando ele o mostra no cabeçalho `Date`.
    private static Instant hora(Troca t) {
        try {
            return t.desfecho() instanceof Desfecho.Respondeu r
                    ? r.cabecalho("date").map(d -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(d))).orElseGet(Instant::now) : Instant.now();
        } catch (DateTimeException e) {
            return Instant.now();
        }
    }
}
