package rinha.avaliador;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rinha.avaliador.consistencia.Fechamento;
import rinha.avaliador.consistencia.LivroDeContas;
import rinha.avaliador.regras.Api;
import rinha.avaliador.regras.Exame;
import rinha.avaliador.regras.Impedimento;
import rinha.avaliador.regras.RegrasDeCarga;
import rinha.avaliador.regras.Releitura;
import rinha.carga.Alvo;
import rinha.carga.Chegadas;
import rinha.carga.Plano;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.Resultado;
import rinha.carga.motor.Gerador;

/// A carga oficial, com um livro que anota o que foi aceito e o confere depois.
final class CargaOficial {

    private static final int CONEXOES = 256;

    private final PlanoDeAvaliacao plano;
    private final Alvo alvo;
    private final Api api;
    private volatile Gerador gerador;
    private volatile boolean parada;
    private LivroDeContas livro;
    private Resultado resultado;
    private Fechamento fechamento;

    CargaOficial(PlanoDeAvaliacao plano, Alvo alvo, Api api) {
        this.plano = plano;
        this.alvo = alvo;
        this.api = api;
    }

    void rodar(Andamento andamento) throws InterruptedException {
        livro = LivroDeContas.com(saldosDeAntes());
        // Uma conexão por pedido, como cada usuário da simulação oficial: reusar acusaria quem fecha as ociosas cedo.
        Plano daCarga = Plano.de(alvo, Rinha2024.carga(plano.pico(), plano.carga().orElseThrow(), CONEXOES, Chegadas.REGULARES, plano.semente()), livro)
                .comSemente(plano.semente()).comReuso(false);
        try (Andamento.Tela tela = andamento.carga(daCarga)) {
            gerador = new Gerador(daCarga, tela);
            if (parada) {
                gerador.parar();
            }
            resultado = gerador.rodar();
        }
        try {
            fechamento = livro.fechar(saldosDeDepois());
        } catch (Impedimento e) {
            throw new Impedimento("depois da carga os extratos não puderam ser lidos; veja V01");
        }
    }

    /// De um saldo já abaixo do limite, cada resposta da carga pareceria uma inconsistência dela.
    private Map<Integer, Long> saldosDeAntes() {
        Map<Integer, Long> saldos = new TreeMap<>();
        for (int c = 1; c <= Rinha2024.CLIENTES; c++) {
            long total = api.total(c);
            saldos.put(c, total < -ConferenciaDaRinha.limite(c) ? api.comFolga(c, 1) : total);
        }
        return saldos;
    }

    private Map<Integer, Long> saldosDeDepois() throws InterruptedException {
        Map<Integer, Long> saldos = new TreeMap<>();
        for (int c = 1; c <= Rinha2024.CLIENTES; c++) {
            int cliente = c;
            saldos.put(c, Releitura.ate(api, c, total -> livro.explica(cliente, total)));
        }
        return saldos;
    }

    void parar() {
        parada = true;
        Gerador atual = gerador;
        if (atual != null) {
            atual.parar();
        }
    }

    /// Diz se há o que julgar: para a soma são precisos os saldos de depois; para as outras bastam as respostas.
    boolean serve(Regra regra) {
        return resultado != null && (fechamento != null || !regra.equals(RegrasDeCarga.SOMA));
    }

    Exame exame(Regra regra, Julgamento julgamento) {
        return switch (regra.numero()) {
            case "V01" -> RegrasDeCarga.respostas(resultado);
            case "V02" -> RegrasDeCarga.saldo(resultado, livro);
            case "V03" -> RegrasDeCarga.soma(fechamento);
            default -> RegrasDeCarga.sla(resultado, julgamento.nota(Optional.of(resultado)));
        };
    }

    Optional<Resultado> resultado() {
        return Optional.ofNullable(resultado);
    }

    Optional<Fechamento> fechamento() {
        return Optional.ofNullable(fechamento);
    }
}
